// Types of Picket for JavaScript. Made by `picket describe --format=ts`: do not edit.

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A union of the service: one member is there, the others are not. */
export type ExactlyOne<T> = {
    [K in keyof T]: { [P in K]: T[P] } & { [P in Exclude<keyof T, K>]?: never };
}[keyof T];

export interface ActiveViolation {
    /** The violation's id; its events have it, too. */
    violationId: string;
    /** The device: a thing, or a client id that is not registered. */
    thingName: string;
    /** The profile whose behavior is violated. */
    securityProfileName: string;
    /** The behavior, as it was when the alarm was raised. */
    behavior: Behavior;
    /** The last value that violated it. */
    lastViolationValue?: MetricValue;
    /** What else is known, of a learned behavior. */
    violationEventAdditionalInfo?: ViolationEventAdditionalInfo;
    /** What a person found out about it. */
    verificationState?: VerificationState;
    /** What a person wrote about it. */
    verificationStateDescription?: string;
    /** When a value last violated it. Epoch seconds. */
    lastViolationTime: number;
    /** When the alarm was raised. Epoch seconds. */
    violationStartTime: number;
}

export interface AddRecordingRequest {
    /** What to call it. */
    recordingName: string;
    /** A block that the engine has at hand, as importing a file makes it. */
    sha256?: string;
    /** Or the file itself, when it is small: CSV, JSON Lines, an answer of ListMetricValues, messages of the metrics export. */
    text?: string;
    /** Where the text has what; of a block that was settled when it was made. */
    mapping?: RecordingMapping;
    /** When the first row happens; now if absent. The others follow as they did. Epoch seconds. */
    firstRowTime?: number;
}

export interface AddRecordingResponse {
    /** Its name. */
    recordingName: string;
    /** The name of its block. */
    sha256: string;
    /** How many values the clock will feed. */
    values: number;
    /** When the first is due. Epoch seconds. */
    firstRowTime: number;
    /** When the last is due. Epoch seconds. */
    lastRowTime: number;
    /** What became of the rows of the file. */
    report: ReadReport;
}

export interface AddThingToThingGroupRequest {
    /** The group, by name. */
    thingGroupName?: string;
    /** The group, by ARN. */
    thingGroupArn?: string;
    /** The thing, by name. */
    thingName?: string;
    /** The thing, by ARN. */
    thingArn?: string;
    /** Whether the thing may leave a dynamic group to make room. */
    overrideDynamicGroups?: boolean;
}

export type AddThingToThingGroupResponse = Record<string, never>;

export interface AddThingsToThingGroupParams {
    /** The groups the things are added to, 1 to 10. */
    thingGroupNames: string[];
    /** Leave a dynamic group when the thing is in ten groups already. */
    overrideDynamicGroups?: boolean;
}

export type AdvanceClockRequest = ExactlyOne<{
    /** How far, in seconds. */
    seconds: number;
    /** The moment to stop at. Epoch seconds. */
    untilTime: number;
    /** Stop when the next thing that is due has happened. */
    nextEvent: boolean;
}>;

export interface AdvanceClockResponse {
    /** The virtual time now. Epoch seconds. */
    now: number;
    /** False: the work of one call is bounded and more is left; call again. */
    done: boolean;
    /** Items of due work that ran. */
    itemsRun: number;
    /** When the next thing is due. Epoch seconds. */
    nextDueTime?: number;
}

export interface AlarmCount {
    /** When the five minutes of evaluation end. Epoch seconds. */
    time: number;
    /** The dimension SecurityProfileName. */
    securityProfileName: string;
    /** The dimension BehaviorName. */
    behaviorName: string;
    /** The metric Violations: alarms that were raised. */
    violations: number;
    /** The metric ViolationsCleared. */
    violationsCleared: number;
    /** The metric ViolationsInvalidated. */
    violationsInvalidated: number;
}

export interface AlertTarget {
    /** The topic that alarms are published to. */
    alertTargetArn: string;
    /** The role that may publish there. */
    roleArn: string;
}

export interface AssessSecurityProfileRequest {
    /** The profile; with behaviors it need not exist. */
    securityProfileName?: string;
    /** In place of those that the profile has. */
    behaviors?: Behavior[];
    /** In place of what the profile is attached to; all things if that is nothing. */
    securityProfileTargetArns?: string[];
    /** Where the data begins; 14 days before the end when absent. Epoch seconds. */
    startTime?: number;
    /** Where it ends; now, or the end of a recording that is still to come. Epoch seconds. */
    endTime?: number;
}

export interface AssessSecurityProfileResponse {
    /** The first datapoint. Epoch seconds. */
    startTime?: number;
    /** The last one. Epoch seconds. */
    endTime?: number;
    /** How many days of data that is. */
    days: number;
    /** Whose devices were looked at. */
    securityProfileTargetArns: string[];
    /** Devices that the targets have. */
    devicesTargeted: number;
    /** Those of them that send metrics. */
    devicesMeasured: number;
    /** A sample of those, the same each time. */
    devicesLookedAt: number;
    /** What was looked at of them. */
    datapoints: number;
    /** What each behavior makes of it. */
    behaviors: AssessedBehavior[];
    /** Of all behaviors and devices. */
    expectedAlarmsPerDay: number;
    /** What is likely wrong, in the order of the behaviors. */
    findings: AssessmentFinding[];
    /** What AWS charges for it, by line. */
    costs: CostLine[];
    /** All lines together. */
    usdPerMonth: number;
    /** The same in an account's first month. */
    firstMonthUsd: number;
    /** What the numbers rest on, in sentences. */
    assumptions: string[];
    /** Settings that they rest on. */
    settings: ExplainedSetting[];
}

export interface AssessedBehavior {
    /** The behavior. */
    name: string;
    /** What it measures. */
    metric?: string;
    /** Of those looked at, how many reported the metric. */
    devices: number;
    /** What they reported. */
    datapoints: number;
    /** Verdicts: of each datapoint, or of each window. */
    judged: number;
    /** Verdicts that violate the behavior. */
    violating: number;
    /** Devices with such a verdict. */
    devicesViolating: number;
    /** What was compared; absent for lists and without data. */
    observed?: ObservedValues;
    /** Alarms that it raises on this data. */
    alarmsRaised: number;
    /** Those of them that end with normal datapoints. */
    alarmsCleared: number;
    /** Those that are given up, as after two days of silence. */
    alarmsInvalidated: number;
    /** For all devices that the targets have. */
    expectedAlarmsPerDay: number;
    /** The same in words. */
    text: string;
}

export interface AssessmentFinding {
    /** The rule's name. */
    rule: string;
    /** A warning is likely a mistake, a note explains. */
    severity: FindingSeverity;
    /** The member of the request that it is about. */
    path: string;
    /** The behavior it is about. */
    behavior?: string;
    /** What is the case, in numbers, and what to do. */
    message: string;
    /** Why the rule exists. */
    explanation: string;
}

export interface AttachPolicyRequest {
    /** The policy's name. */
    policyName: string;
    /** A certificate or a thing group, by ARN, or a Cognito identity (REGION:UUID). */
    target: string;
}

export type AttachPolicyResponse = Record<string, never>;

export interface AttachSecurityProfileRequest {
    /** The profile's name. */
    securityProfileName: string;
    /** The target: a thing group, or arn:aws:iot:REGION:ACCOUNT:all/things, all/registered-things or all/unregistered-things. */
    securityProfileTargetArn: string;
}

export type AttachSecurityProfileResponse = Record<string, never>;

export interface AttachThingPrincipalRequest {
    /** The thing's name. */
    thingName: string;
    /** The ARN of a certificate, or a Cognito identity id as REGION:UUID. */
    principal: string;
    /** EXCLUSIVE_THING: the principal belongs to no other thing. NON_EXCLUSIVE_THING when absent. */
    thingPrincipalType?: ThingPrincipalType;
}

export interface AttackDescription {
    /** Names it for StopAttack. */
    attackId: string;
    /** What happens. */
    kind: AttackKind;
    /** The same in a sentence. */
    description: string;
    /** The fleet it happens to. */
    fleetName: string;
    /** The devices, by name. */
    thingNames: string[];
    /** How strong it is. */
    strengthPercent: number;
    /** It acts on slots of five minutes that begin then or later. Epoch seconds. */
    startTime: number;
    /** And before then; absent while nothing ends it. Epoch seconds. */
    endTime?: number;
    /** The metrics whose values it changes; all others stay as they would be. */
    metricNames: string[];
}

export type AttackKind = | "MESSAGE_FLOOD" | "CREDENTIAL_BRUTE_FORCE" | "PORT_SCAN" | "SLOW_EXFILTRATION" | "BEACONING" | "RECONNECT_LOOP" | "SHARED_CERTIFICATE" | "SILENT_DEVICE" | "SLOW_DRIFT" | "COUNTER_RESET" | "CUMULATIVE_BYTES";

export interface AttributePayload {
    /** Names and values. An empty value removes the attribute. */
    attributes?: Record<string, string>;
    /** Update only: true keeps the attributes that are not named here. */
    merge?: boolean;
}

export interface AuditCheckConfiguration {
    /** Whether audits may use the check. */
    enabled?: boolean;
    /** Its threshold in days, as text. */
    configuration?: Record<string, string>;
}

export interface AuditCheckDetails {
    /** How far it is. */
    checkRunStatus?: AuditCheckRunStatus;
    /** Whether all is well; suppressed resources do not count. */
    checkCompliant?: boolean;
    /** Resources looked at. */
    totalResourcesCount?: number;
    /** Of them, those that break the check. */
    nonCompliantResourcesCount?: number;
    /** Those that break it and are suppressed. */
    suppressedNonCompliantResourcesCount?: number;
    /** Why it failed: INSUFFICIENT_PERMISSIONS or AUDIT_CHECK_DISABLED. */
    errorCode?: string;
    /** The same in words. */
    message?: string;
}

export type AuditCheckRunStatus = | "IN_PROGRESS" | "WAITING_FOR_DATA_COLLECTION" | "CANCELED" | "COMPLETED_COMPLIANT" | "COMPLETED_NON_COMPLIANT" | "FAILED";

export interface AuditFinding {
    /** The finding's id. */
    findingId: string;
    /** The audit that found it. */
    taskId: string;
    /** The check that found it. */
    checkName: string;
    /** When the audit began. Epoch seconds. */
    taskStartTime?: number;
    /** When it was found. Epoch seconds. */
    findingTime: number;
    /** How bad it is. */
    severity?: AuditFindingSeverity;
    /** What breaks the check. */
    nonCompliantResource?: AuditedResource;
    /** What has to do with it, ten at most. */
    relatedResources?: AuditedResource[];
    /** Why it breaks the check. */
    reasonForNonCompliance?: string;
    /** The same as a code that filters take. */
    reasonForNonComplianceCode?: string;
    /** Whether a suppression was in force when it was found. */
    isSuppressed?: boolean;
}

export type AuditFindingSeverity = | "CRITICAL" | "HIGH" | "MEDIUM" | "LOW";

export type AuditFrequency = | "DAILY" | "WEEKLY" | "BIWEEKLY" | "MONTHLY";

export interface AuditMitigationActionExecutionMetadata {
    /** The task. */
    taskId?: string;
    /** The finding. */
    findingId?: string;
    /** The action's name. */
    actionName?: string;
    /** The action's id. */
    actionId?: string;
    /** How far it is. */
    status?: AuditMitigationActionsExecutionStatus;
    /** When it began. Epoch seconds. */
    startTime?: number;
    /** When it ended or was canceled. Epoch seconds. */
    endTime?: number;
    /** Why it failed. */
    errorCode?: string;
    /** The same in words. */
    message?: string;
}

export type AuditMitigationActionsExecutionStatus = | "IN_PROGRESS" | "COMPLETED" | "FAILED" | "CANCELED" | "SKIPPED" | "PENDING";

export interface AuditMitigationActionsTaskMetadata {
    /** The task's id. */
    taskId: string;
    /** When it began. Epoch seconds. */
    startTime: number;
    /** How far it is. */
    taskStatus: AuditMitigationActionsTaskStatus;
}

export type AuditMitigationActionsTaskStatus = | "IN_PROGRESS" | "COMPLETED" | "FAILED" | "CANCELED";

export interface AuditMitigationActionsTaskTarget {
    /** All findings of this audit. */
    auditTaskId?: string;
    /** These findings, 1 to 25; instead of auditTaskId. */
    findingIds?: string[];
    /** By check: only findings of the audit with one of these codes. */
    auditCheckToReasonCodeFilter?: Record<string, string[]>;
}

export interface AuditNotificationTarget {
    /** The topic that is told when an audit ends. */
    targetArn?: string;
    /** The role that may publish to it. */
    roleArn?: string;
    /** Whether it is told. */
    enabled?: boolean;
}

export interface AuditSuppression {
    /** The check whose findings are suppressed. */
    checkName: string;
    /** The resource it is about. */
    resourceIdentifier: ResourceIdentifier;
    /** When it ends. Epoch seconds. */
    expirationDate?: number;
    /** It does not end by itself. */
    suppressIndefinitely?: boolean;
    /** Why it is there. */
    description?: string;
}

export interface AuditTaskMetadata {
    /** The audit's id. */
    taskId: string;
    /** How far it is. */
    taskStatus: AuditTaskStatus;
    /** What started it. */
    taskType: AuditTaskType;
}

export type AuditTaskStatus = | "IN_PROGRESS" | "COMPLETED" | "FAILED" | "CANCELED";

export type AuditTaskType = | "ON_DEMAND_AUDIT_TASK" | "SCHEDULED_AUDIT_TASK";

export interface AuditedResource {
    /** What kind it is. */
    resourceType?: ResourceType;
    /** Which one. */
    resourceIdentifier?: ResourceIdentifier;
    /** More about it; times are epoch milliseconds as text. */
    additionalInfo?: Record<string, string>;
}

export type AutoRegistrationStatus = | "ENABLE" | "DISABLE";

export interface Behavior {
    /** The name it has in its profile. */
    name: string;
    /** What is measured: aws:... is built in, all else is a custom metric. */
    metric?: string;
    /** Narrows the metric to the messages of some topics. */
    metricDimension?: MetricDimension;
    /** What is normal. */
    criteria?: BehaviorCriteria;
    /** Keeps its alarms from being published; they are still recorded. */
    suppressAlerts?: boolean;
    /** Exports the values of its metric. */
    exportMetric?: boolean;
}

/** What is normal. A datapoint that differs violates it. */
export interface BehaviorCriteria {
    /** How the metric relates to the value or the statistic. */
    comparisonOperator?: ComparisonOperator;
    /** What the metric is compared with. */
    value?: MetricValue;
    /** The time over which the metric is summed up: 300, 600, 900, 1800 or 3600 seconds. */
    durationSeconds?: number;
    /** Violating datapoints in a row that raise the alarm; 1 when absent. */
    consecutiveDatapointsToAlarm?: number;
    /** Conforming datapoints in a row that end it; 1 when absent. */
    consecutiveDatapointsToClear?: number;
    /** Compares a device with all others, instead of with a value. */
    statisticalThreshold?: StatisticalThreshold;
    /** Compares a device with what a model learned, instead of with a value. */
    mlDetectionConfig?: MachineLearningDetectionConfig;
}

export type BehaviorCriteriaType = | "STATIC" | "STATISTICAL" | "MACHINE_LEARNING";

export interface BehaviorModelTrainingSummary {
    /** The behavior's profile. */
    securityProfileName: string;
    /** The behavior's name. */
    behaviorName: string;
    /** Since when there is data. Epoch seconds. */
    trainingDataCollectionStartDate?: number;
    /** Whether there is a model that evaluates datapoints. */
    modelStatus: ModelStatus;
    /** How much there is of the data that a model needs, 0 to 100. */
    datapointsCollectionPercentage: number;
    /** When the model was last built. Epoch seconds. */
    lastModelRefreshDate?: number;
}

export interface CACertificate {
    /** The certificate's ARN. */
    certificateArn: string;
    /** The certificate's id: the SHA-256 of its DER. */
    certificateId: string;
    /** INACTIVE ones register no devices. */
    status: CACertificateStatus;
    /** When it came. Epoch seconds. */
    creationDate: number;
}

export interface CACertificateDescription {
    /** The certificate's ARN. */
    certificateArn: string;
    /** The certificate's id: the SHA-256 of its DER. */
    certificateId: string;
    /** INACTIVE ones register no devices. */
    status: CACertificateStatus;
    /** As it was sent. */
    certificatePem: string;
    /** The account. */
    ownedBy: string;
    /** When it came. Epoch seconds. */
    creationDate: number;
    /** Whether devices may register by connecting. */
    autoRegistrationStatus: AutoRegistrationStatus;
    /** When it changed last. Epoch seconds. */
    lastModifiedDate: number;
    /** 1 at first, one more with each change. */
    customerVersion: number;
    /** Tells apart registrations of one certificate. */
    generationId: string;
    /** As the certificate says. */
    validity: CertificateValidity;
    /** SNI_ONLY when it was registered without verification. */
    certificateMode: CertificateMode;
}

export type CACertificateStatus = | "ACTIVE" | "INACTIVE";

export type CallFormat = | "aws" | "boto3" | "javascript" | "curl" | "picket";

export type CallRole = | "request" | "response" | "part" | "skeleton";

export interface CancelAuditMitigationActionsTaskRequest {
    /** The task's id. */
    taskId: string;
}

export type CancelAuditMitigationActionsTaskResponse = Record<string, never>;

export interface CancelAuditTaskRequest {
    /** The audit's id. */
    taskId: string;
}

export type CancelAuditTaskResponse = Record<string, never>;

export interface CancelDetectMitigationActionsTaskRequest {
    /** The task's id. */
    taskId: string;
}

export type CancelDetectMitigationActionsTaskResponse = Record<string, never>;

export interface CancelScheduledCallRequest {
    /** What ScheduleCall answered. */
    scheduledCallId: string;
}

export interface CancelScheduledCallResponse {
    /** Runs that will not happen now. */
    runsLeft: number;
}

export interface Certificate {
    /** The certificate's ARN. */
    certificateArn: string;
    /** The certificate's id: the SHA-256 of its DER. */
    certificateId: string;
    /** Only ACTIVE ones connect. */
    status: CertificateStatus;
    /** SNI_ONLY when it was registered without a CA. */
    certificateMode: CertificateMode;
    /** When it came. Epoch seconds. */
    creationDate: number;
}

export interface CertificateDescription {
    /** The certificate's ARN. */
    certificateArn: string;
    /** The certificate's id: the SHA-256 of its DER. */
    certificateId: string;
    /** The CA certificate that it was registered under. */
    caCertificateId?: string;
    /** Only ACTIVE ones connect. */
    status: CertificateStatus;
    /** As it was sent. */
    certificatePem: string;
    /** The account. */
    ownedBy: string;
    /** The account before a transfer. */
    previousOwnedBy?: string;
    /** When it came. Epoch seconds. */
    creationDate: number;
    /** When its status changed last. Epoch seconds. */
    lastModifiedDate: number;
    /** 1 at first, one more with each change. */
    customerVersion: number;
    /** Always empty here. */
    transferData: TransferData;
    /** Tells apart registrations of one certificate. */
    generationId: string;
    /** As the certificate says. */
    validity: CertificateValidity;
    /** SNI_ONLY when it was registered without a CA. */
    certificateMode: CertificateMode;
}

export type CertificateMode = | "DEFAULT" | "SNI_ONLY";

export type CertificateStatus = | "ACTIVE" | "INACTIVE" | "REVOKED" | "PENDING_TRANSFER" | "REGISTER_INACTIVE" | "PENDING_ACTIVATION";

export type CertificateUpdateAction = | "DEACTIVATE";

export interface CertificateValidity {
    /** Valid from this moment on. Epoch seconds. */
    notBefore: number;
    /** Valid up to this moment. Epoch seconds. */
    notAfter: number;
}

export interface CheckDocumentRequest {
    /** The document. */
    text: string;
    /** Its file name: the ending tells the kind, its words may name the operation. */
    name?: string;
    /** What it is, if the name does not tell. */
    kind?: DocumentKind;
}

export interface CheckDocumentResponse {
    /** As what it was read. */
    kind: DocumentKind;
    /** What is wrong or worth knowing, in text order. */
    findings: Finding[];
    /** The calls and payloads that were recognised. */
    calls: RecognisedCall[];
    /** The document with all fixes applied; absent when there are none. */
    fixedText?: string;
}

export interface ChronicleEvent {
    /** When it happened, virtual time. Epoch seconds. */
    time: number;
    /** The journal entry that caused it. */
    entryId: number;
    /** What kind of event it is. */
    kind: string;
    /** What it happened to. */
    subject: string;
    /** One sentence that says it. */
    text: string;
    /** The facts it rests on. */
    why?: Json;
}

export type ComparisonOperator = | "less-than" | "less-than-equals" | "greater-than" | "greater-than-equals" | "in-cidr-set" | "not-in-cidr-set" | "in-port-set" | "not-in-port-set" | "in-set" | "not-in-set";

export type Confidence = | "stated" | "high" | "low";

export type ConfidenceLevel = | "LOW" | "MEDIUM" | "HIGH";

export type CostItem = | "RULES_DATAPOINTS" | "ML_DATAPOINTS" | "AUDITED_DEVICES";

export interface CostLine {
    /** What is paid for. */
    item: CostItem;
    /** In 30 days; of ML datapoints, within a tier. */
    quantity: number;
    /** The price of as many as priceFor says. */
    priceUsd: number;
    /** 1 or 100,000. */
    priceFor: number;
    /** What that makes. */
    usdPerMonth: number;
    /** The same in an account's first month. */
    firstMonthUsd: number;
}

export interface CreateAuditSuppressionRequest {
    /** The check whose findings are suppressed. */
    checkName: string;
    /** The resource the findings are about. */
    resourceIdentifier: ResourceIdentifier;
    /** When it ends, in the future; instead of suppressIndefinitely. Epoch seconds. */
    expirationDate?: number;
    /** True: it does not end by itself. */
    suppressIndefinitely?: boolean;
    /** Why it is there. */
    description?: string;
    /** Makes the call safe to repeat: the same token and suppression succeed again. Filled in when it is absent. */
    clientRequestToken?: string;
}

export type CreateAuditSuppressionResponse = Record<string, never>;

export interface CreateCertificateFromCsrRequest {
    /** The signing request as PEM. Its key is the certificate's. */
    certificateSigningRequest: string;
    /** ACTIVE at once, not INACTIVE. */
    setAsActive?: boolean;
}

export interface CreateCertificateFromCsrResponse {
    /** The certificate's ARN. */
    certificateArn: string;
    /** The certificate's id: the SHA-256 of its DER. */
    certificateId: string;
    /** The certificate as PEM. */
    certificatePem: string;
}

export interface CreateCustomMetricRequest {
    /** The metric's name; it cannot begin with aws:. */
    metricName: string;
    /** The name that people see. */
    displayName?: string;
    /** What its values are; it cannot be changed. */
    metricType: CustomMetricType;
    /** Tags of the metric. */
    tags?: Tag[];
    /** With the same token, the same request again succeeds. Filled in when it is absent. */
    clientRequestToken?: string;
}

export interface CreateCustomMetricResponse {
    /** The metric's name. */
    metricName: string;
    /** The metric's ARN. */
    metricArn: string;
}

export interface CreateDimensionRequest {
    /** The dimension's name. */
    name: string;
    /** What its values are. Only TOPIC_FILTER exists. */
    type: DimensionType;
    /** Topic filters, with + and #; ${iot:ClientId} is each device's own. */
    stringValues: string[];
    /** Tags of the dimension. */
    tags?: Tag[];
    /** With the same token, the same request again succeeds. Filled in when it is absent. */
    clientRequestToken?: string;
}

export interface CreateDimensionResponse {
    /** The dimension's name. */
    name: string;
    /** The dimension's ARN. */
    arn: string;
}

export interface CreateDynamicThingGroupRequest {
    /** The group's name. It cannot be changed later. */
    thingGroupName: string;
    /** The group's description and attributes. */
    thingGroupProperties?: ThingGroupProperties;
    /** The index to ask: AWS_Things, which is also meant when it is absent. */
    indexName?: string;
    /** Which things are members. */
    queryString: string;
    /** The version of the query language: 2017-09-30. */
    queryVersion?: string;
    /** Tags of the group. */
    tags?: Tag[];
}

export interface CreateDynamicThingGroupResponse {
    /** The group's name. */
    thingGroupName: string;
    /** The group's ARN. */
    thingGroupArn: string;
    /** The group's id, unique for all time. */
    thingGroupId: string;
    /** The index that is asked. */
    indexName: string;
    /** The query. */
    queryString: string;
    /** The version of the query language. */
    queryVersion: string;
}

export interface CreateFleetRequest {
    /** What to call it. With the session's seed it decides all values: an equal name gives equal data. */
    fleetName: string;
    /** What kind of devices they are. */
    archetype: DeviceArchetype;
    /** How many there are. */
    count: number;
    /** What the names of its things begin with; a number follows. The fleet's name and '-' when absent. */
    namePrefix?: string;
    /** Whether the devices are things; yes when absent. Those of others are known to the service by their client ids alone. */
    registered?: boolean;
    /** A group that its things join. */
    groupName?: string;
    /** Where they stand; the fleet's name when absent. Fleets with one site set share outages, holidays and addresses site by site. */
    siteSet?: string;
    /** How many stand at one site; what is usual for the archetype when absent. */
    devicesPerSite?: number;
    /** Time zones of the sites, drawn for each; UTC when absent. */
    utcOffsetMinutes?: number[];
    /** The custom metric that takes the number each device measures for itself; named by the archetype when absent. CreateCustomMetric makes the service look at it. */
    customMetricName?: string;
}

export interface CreateFleetResponse {
    /** Its name. */
    fleetName: string;
    /** The name of its first device. */
    firstThingName: string;
    /** And of its last. */
    lastThingName: string;
    /** The custom metric that its devices report. */
    customMetricName: string;
    /** When the first values come. Epoch seconds. */
    firstValueTime: number;
}

export interface CreateKeysAndCertificateRequest {
    /** ACTIVE at once, not INACTIVE. */
    setAsActive?: boolean;
}

export interface CreateKeysAndCertificateResponse {
    /** The certificate's ARN. */
    certificateArn: string;
    /** The certificate's id: the SHA-256 of its DER. */
    certificateId: string;
    /** The certificate as PEM. */
    certificatePem: string;
    /** The certificate's keys. */
    keyPair: KeyPair;
}

export interface CreateMitigationActionRequest {
    /** The action's name. */
    actionName: string;
    /** The role the action is carried out with. */
    roleArn: string;
    /** What the action does: exactly one kind, with its parameters. */
    actionParams: MitigationActionParams;
    /** Tags of the action. */
    tags?: Tag[];
}

export interface CreateMitigationActionResponse {
    /** The action's ARN. */
    actionArn: string;
    /** The action's id, unique for all time. */
    actionId: string;
}

export interface CreatePolicyRequest {
    /** The policy's name. */
    policyName: string;
    /** The policy as JSON text. */
    policyDocument: string;
    /** Tags of the policy. */
    tags?: Tag[];
}

export interface CreatePolicyResponse {
    /** The policy's name. */
    policyName: string;
    /** The policy's ARN. */
    policyArn: string;
    /** The document, as it was given. */
    policyDocument: string;
    /** The version's number. */
    policyVersionId: string;
}

export interface CreatePolicyVersionRequest {
    /** The policy's name. */
    policyName: string;
    /** The policy as JSON text. */
    policyDocument: string;
    /** Whether the new version comes into force at once. */
    setAsDefault?: boolean;
}

export interface CreatePolicyVersionResponse {
    /** The policy's ARN. */
    policyArn: string;
    /** The document, as it was given. */
    policyDocument: string;
    /** The version's number. */
    policyVersionId: string;
    /** Whether this version is in force. */
    isDefaultVersion: boolean;
}

export interface CreateRoleAliasRequest {
    /** The alias's name. */
    roleAlias: string;
    /** The role the alias stands for. */
    roleArn: string;
    /** How long credentials last; 3600 when absent. */
    credentialDurationSeconds?: number;
    /** Tags of the alias. */
    tags?: Tag[];
}

export interface CreateRoleAliasResponse {
    /** The alias's name. */
    roleAlias: string;
    /** The alias's ARN. */
    roleAliasArn: string;
}

export interface CreateScheduledAuditRequest {
    /** How often the audit takes place. */
    frequency: AuditFrequency;
    /** For MONTHLY: the day, or LAST. A day the month does not have is its last one. */
    dayOfMonth?: string;
    /** For WEEKLY and BIWEEKLY. */
    dayOfWeek?: DayOfWeek;
    /** The checks to perform; each must be enabled. */
    targetCheckNames: string[];
    /** The scheduled audit's name. */
    scheduledAuditName: string;
    /** Tags of the scheduled audit. */
    tags?: Tag[];
}

export interface CreateScheduledAuditResponse {
    /** The scheduled audit's ARN. */
    scheduledAuditArn: string;
}

export interface CreateSecurityProfileRequest {
    /** The profile's name. */
    securityProfileName: string;
    /** What the profile is for. */
    securityProfileDescription?: string;
    /** What is normal for devices of the profile. */
    behaviors?: Behavior[];
    /** Where alarms are published to. */
    alertTargets?: Record<string, AlertTarget>;
    /** Metrics to keep beside those of behaviors. Use additionalMetricsToRetainV2. @deprecated */
    additionalMetricsToRetain?: string[];
    /** Metrics to keep beside those of behaviors. */
    additionalMetricsToRetainV2?: MetricToRetain[];
    /** Tags of the profile. */
    tags?: Tag[];
    /** Where exported metric values are published to. */
    metricsExportConfig?: MetricsExportConfig;
}

export interface CreateSecurityProfileResponse {
    /** The profile's name. */
    securityProfileName: string;
    /** The profile's ARN. */
    securityProfileArn: string;
}

export interface CreateThingGroupRequest {
    /** The group's name. It cannot be changed later. */
    thingGroupName: string;
    /** The group right above. It cannot be changed later. */
    parentGroupName?: string;
    /** The group's description and attributes. */
    thingGroupProperties?: ThingGroupProperties;
    /** Tags of the group. */
    tags?: Tag[];
}

export interface CreateThingGroupResponse {
    /** The group's name. */
    thingGroupName: string;
    /** The group's ARN. */
    thingGroupArn: string;
    /** The group's id, unique for all time. */
    thingGroupId: string;
}

export interface CreateThingRequest {
    /** The thing's name. It cannot be changed later. */
    thingName: string;
    /** The thing's type. It raises the number of attributes the thing may have. */
    thingTypeName?: string;
    /** The thing's attributes. */
    attributePayload?: AttributePayload;
    /** The billing group the thing is added to. */
    billingGroupName?: string;
}

export interface CreateThingResponse {
    /** The thing's name. */
    thingName: string;
    /** The thing's ARN. */
    thingArn: string;
    /** The thing's id, unique for all time. */
    thingId: string;
}

export interface CreateThingTypeRequest {
    /** The type's name. It cannot be changed. */
    thingTypeName: string;
    /** The type's description and searchable attributes. */
    thingTypeProperties?: ThingTypeProperties;
    /** Tags of the type. */
    tags?: Tag[];
}

export interface CreateThingTypeResponse {
    /** The type's name. */
    thingTypeName: string;
    /** The type's ARN. */
    thingTypeArn: string;
    /** The type's id, unique for all time. */
    thingTypeId: string;
}

export type CsvSeparator = | "COMMA" | "SEMICOLON" | "TAB";

export type CustomMetricType = | "string-list" | "ip-address-list" | "number-list" | "number";

export type DayOfWeek = | "SUN" | "MON" | "TUE" | "WED" | "THU" | "FRI" | "SAT";

export interface DeleteAccountAuditConfigurationRequest {
    /** Delete all scheduled audits, too. */
    deleteScheduledAudits?: boolean;
}

export type DeleteAccountAuditConfigurationResponse = Record<string, never>;

export interface DeleteAuditSuppressionRequest {
    /** The check whose findings are suppressed. */
    checkName: string;
    /** The resource the findings are about. */
    resourceIdentifier: ResourceIdentifier;
}

export type DeleteAuditSuppressionResponse = Record<string, never>;

export interface DeleteCertificateRequest {
    /** The certificate's id: the SHA-256 of its DER. */
    certificateId: string;
    /** Detach its policies first. Things it never detaches. */
    forceDelete?: boolean;
}

export interface DeleteCustomMetricRequest {
    /** The metric's name; it cannot begin with aws:. */
    metricName: string;
}

export type DeleteCustomMetricResponse = Record<string, never>;

export interface DeleteDimensionRequest {
    /** The dimension's name. */
    name: string;
}

export type DeleteDimensionResponse = Record<string, never>;

export interface DeleteDynamicThingGroupRequest {
    /** The group's name. It cannot be changed later. */
    thingGroupName: string;
    /** Refuses the deletion unless the group is at this version. */
    expectedVersion?: number;
}

export type DeleteDynamicThingGroupResponse = Record<string, never>;

export interface DeleteMitigationActionRequest {
    /** The action's name. */
    actionName: string;
}

export type DeleteMitigationActionResponse = Record<string, never>;

export interface DeletePolicyRequest {
    /** The policy's name. */
    policyName: string;
}

export type DeletePolicyResponse = Record<string, never>;

export interface DeletePolicyVersionRequest {
    /** The policy's name. */
    policyName: string;
    /** The version's number. */
    policyVersionId: string;
}

export type DeletePolicyVersionResponse = Record<string, never>;

export interface DeleteRoleAliasRequest {
    /** The alias's name. */
    roleAlias: string;
}

export type DeleteRoleAliasResponse = Record<string, never>;

export interface DeleteRoleRequest {
    /** The role's name; or name it by roleArn. */
    roleName?: string;
    /** The role's ARN. */
    roleArn?: string;
}

export type DeleteRoleResponse = Record<string, never>;

export interface DeleteScheduledAuditRequest {
    /** The scheduled audit's name. */
    scheduledAuditName: string;
}

export type DeleteScheduledAuditResponse = Record<string, never>;

export interface DeleteSecurityProfileRequest {
    /** The profile's name. */
    securityProfileName: string;
    /** Refuses the deletion unless the profile is at it. */
    expectedVersion?: number;
}

export type DeleteSecurityProfileResponse = Record<string, never>;

export interface DeleteThingGroupRequest {
    /** The group's name. It cannot be changed later. */
    thingGroupName: string;
    /** Refuses the deletion unless the group is at this version. */
    expectedVersion?: number;
}

export type DeleteThingGroupResponse = Record<string, never>;

export interface DeleteThingRequest {
    /** The thing's name. It cannot be changed later. */
    thingName: string;
    /** Refuses the deletion unless the thing is at this version. */
    expectedVersion?: number;
}

export type DeleteThingResponse = Record<string, never>;

export interface DeleteThingTypeRequest {
    /** The type's name. It cannot be changed. */
    thingTypeName: string;
}

export type DeleteThingTypeResponse = Record<string, never>;

export interface DeleteV2LoggingLevelRequest {
    /** What kind of target it is. */
    targetType: LogTargetType;
    /** Its name. */
    targetName: string;
}

export type DeleteV2LoggingLevelResponse = Record<string, never>;

export interface DeprecateThingTypeRequest {
    /** The type's name. It cannot be changed. */
    thingTypeName: string;
    /** True makes the type good for new things again. */
    undoDeprecate?: boolean;
}

export type DeprecateThingTypeResponse = Record<string, never>;

export type DescribeAccountAuditConfigurationRequest = Record<string, never>;

export interface DescribeAccountAuditConfigurationResponse {
    /** The role audits read the account with. */
    roleArn?: string;
    /** Who is told when an audit ends. */
    auditNotificationTargetConfigurations?: Record<string, AuditNotificationTarget>;
    /** All checks there are, and which of them are on. */
    auditCheckConfigurations: Record<string, AuditCheckConfiguration>;
}

export type DescribeAccountRequest = Record<string, never>;

export interface DescribeAccountResponse {
    /** The region in ARNs. */
    region: string;
    /** The account in ARNs. */
    account: string;
    /** What ids and simulated data derive from. */
    seed: number;
    /** The virtual time. Epoch seconds. */
    now: number;
    /** The World's tables that have rows, and how many. */
    tables: TableSize[];
    /** Equal Worlds have equal hashes. */
    hash: string;
}

export interface DescribeAuditFindingRequest {
    /** The finding's id. */
    findingId: string;
}

export interface DescribeAuditFindingResponse {
    /** The finding. */
    finding: AuditFinding;
}

export interface DescribeAuditMitigationActionsTaskRequest {
    /** The task's id. */
    taskId: string;
}

export interface DescribeAuditMitigationActionsTaskResponse {
    /** How far the task is. */
    taskStatus: AuditMitigationActionsTaskStatus;
    /** When it began. Epoch seconds. */
    startTime: number;
    /** When it ended or was canceled. Epoch seconds. */
    endTime?: number;
    /** By check: how many findings are how far. */
    taskStatistics?: Record<string, TaskStatisticsForAuditCheck>;
    /** The findings it is about. */
    target?: AuditMitigationActionsTaskTarget;
    /** By check: the actions for its findings. */
    auditCheckToActionsMapping?: Record<string, string[]>;
    /** The actions as they were when the task began. */
    actionsDefinition?: MitigationAction[];
}

export interface DescribeAuditSuppressionRequest {
    /** The check whose findings are suppressed. */
    checkName: string;
    /** The resource the findings are about. */
    resourceIdentifier: ResourceIdentifier;
}

export interface DescribeAuditTaskRequest {
    /** The audit's id. */
    taskId: string;
}

export interface DescribeAuditTaskResponse {
    /** How far the audit is. */
    taskStatus: AuditTaskStatus;
    /** What started it. */
    taskType: AuditTaskType;
    /** When it began. Epoch seconds. */
    taskStartTime: number;
    /** How many checks are how far. */
    taskStatistics?: TaskStatistics;
    /** The schedule that started it, if one did. */
    scheduledAuditName?: string;
    /** How each check went. */
    auditDetails?: Record<string, AuditCheckDetails>;
}

export interface DescribeCACertificateRequest {
    /** The CA certificate's id. */
    certificateId: string;
}

export interface DescribeCACertificateResponse {
    /** The CA certificate. */
    certificateDescription: CACertificateDescription;
    /** What is provisioned when a device of the CA connects first. */
    registrationConfig?: RegistrationConfig;
}

export interface DescribeCertificateRequest {
    /** The certificate's id: the SHA-256 of its DER. */
    certificateId: string;
}

export interface DescribeCertificateResponse {
    /** The certificate. */
    certificateDescription: CertificateDescription;
}

export interface DescribeCustomMetricRequest {
    /** The metric's name; it cannot begin with aws:. */
    metricName: string;
}

export interface DescribeCustomMetricResponse {
    /** The metric's name. */
    metricName: string;
    /** The metric's ARN. */
    metricArn: string;
    /** What its values are. */
    metricType: CustomMetricType;
    /** The name that people see. */
    displayName?: string;
    /** When the metric was created. Epoch seconds. */
    creationDate: number;
    /** When it was last changed. Epoch seconds. */
    lastModifiedDate: number;
}

export interface DescribeDetectMitigationActionsTaskRequest {
    /** The task's id. */
    taskId: string;
}

export interface DescribeDetectMitigationActionsTaskResponse {
    /** What is known of it. */
    taskSummary: DetectMitigationActionsTaskSummary;
}

export interface DescribeDimensionRequest {
    /** The dimension's name. */
    name: string;
}

export interface DescribeDimensionResponse {
    /** The dimension's name. */
    name: string;
    /** The dimension's ARN. */
    arn: string;
    /** What its values are. */
    type: DimensionType;
    /** Its topic filters. */
    stringValues: string[];
    /** When the dimension was created. Epoch seconds. */
    creationDate: number;
    /** When it was last changed. Epoch seconds. */
    lastModifiedDate: number;
}

export interface DescribeMitigationActionRequest {
    /** The action's name. */
    actionName: string;
}

export interface DescribeMitigationActionResponse {
    /** The action's name. */
    actionName: string;
    /** What kind of action it is. */
    actionType: MitigationActionType;
    /** The action's ARN. */
    actionArn: string;
    /** The action's id, unique for all time. */
    actionId: string;
    /** The role the action is carried out with. */
    roleArn: string;
    /** The parameters of its kind. */
    actionParams: MitigationActionParams;
    /** When the action was created. Epoch seconds. */
    creationDate: number;
    /** When it was last changed. Epoch seconds. */
    lastModifiedDate: number;
}

export interface DescribeRecordingResponse {
    /** As ListRecordings has it. */
    recording: RecordingSummary;
    /** Pairs of a value and a behavior that came after their window had closed. */
    valuesLate: number;
    /** Values that the custom metric of the account, being of another type, does not take. */
    valuesMisfit: number;
    /** False: the block is missing; import the file again. */
    atHand: boolean;
    /** Things that have values. */
    thingCount: number;
    /** The first hundred of them. */
    things: string[];
    /** Metrics that have values. */
    metrics: RecordedMetric[];
    /** The time of the first row in the file. Epoch seconds. */
    recordedFrom?: number;
    /** The time of the last row in the file. Epoch seconds. */
    recordedTo?: number;
    /** What became of the rows of the file; absent when the block is missing. */
    report?: ReadReport;
}

export interface DescribeRoleAliasRequest {
    /** The alias's name. */
    roleAlias: string;
}

export interface DescribeRoleAliasResponse {
    /** The alias. */
    roleAliasDescription: RoleAliasDescription;
}

export interface DescribeRoleRequest {
    /** The role's name; or name it by roleArn. */
    roleName?: string;
    /** The role's ARN. */
    roleArn?: string;
}

export interface DescribeRoleResponse {
    /** The role. */
    role: RoleDescription;
}

export interface DescribeScheduledAuditRequest {
    /** The scheduled audit's name. */
    scheduledAuditName: string;
}

export interface DescribeScheduledAuditResponse {
    /** How often it takes place. */
    frequency: AuditFrequency;
    /** For MONTHLY: on which day. */
    dayOfMonth?: string;
    /** For WEEKLY and BIWEEKLY. */
    dayOfWeek?: DayOfWeek;
    /** The checks it performs. */
    targetCheckNames: string[];
    /** The scheduled audit's name. */
    scheduledAuditName: string;
    /** Its ARN. */
    scheduledAuditArn: string;
}

export interface DescribeSecurityProfileRequest {
    /** The profile's name. */
    securityProfileName: string;
}

export interface DescribeSecurityProfileResponse {
    /** The profile's name. */
    securityProfileName: string;
    /** The profile's ARN. */
    securityProfileArn: string;
    /** What the profile is for. */
    securityProfileDescription?: string;
    /** What is normal for devices of the profile. */
    behaviors?: Behavior[];
    /** Where alarms are published to. */
    alertTargets?: Record<string, AlertTarget>;
    /** Metrics to keep, as they were given there. @deprecated */
    additionalMetricsToRetain?: string[];
    /** Metrics to keep beside those of behaviors. */
    additionalMetricsToRetainV2?: MetricToRetain[];
    /** 1 when created, and one more with each update. */
    version: number;
    /** When the profile was created. Epoch seconds. */
    creationDate: number;
    /** When it was last changed. Epoch seconds. */
    lastModifiedDate: number;
    /** Where exported metric values are published to. */
    metricsExportConfig?: MetricsExportConfig;
}

export interface DescribeThingGroupRequest {
    /** The group's name. It cannot be changed later. */
    thingGroupName: string;
}

export interface DescribeThingGroupResponse {
    /** The group's name. */
    thingGroupName: string;
    /** The group's id, unique for all time. */
    thingGroupId: string;
    /** The group's ARN. */
    thingGroupArn: string;
    /** 1 at creation, one more with each update. */
    version: number;
    /** The group's description and attributes. */
    thingGroupProperties: ThingGroupProperties;
    /** Where and when it was made. */
    thingGroupMetadata: ThingGroupMetadata;
    /** The index that a dynamic group asks. */
    indexName?: string;
    /** The query that finds the things of a dynamic group. */
    queryString?: string;
    /** The version of the query language. */
    queryVersion?: string;
    /** ACTIVE when all things of a dynamic group have been found. */
    status?: DynamicGroupStatus;
}

export interface DescribeThingRequest {
    /** The thing's name. It cannot be changed later. */
    thingName: string;
}

export interface DescribeThingResponse {
    /** The client id the thing is expected to connect with: its name. */
    defaultClientId: string;
    /** The thing's name. */
    thingName: string;
    /** The thing's id, unique for all time. */
    thingId: string;
    /** The thing's ARN. */
    thingArn: string;
    /** The thing's type. */
    thingTypeName?: string;
    /** The thing's attributes. */
    attributes: Record<string, string>;
    /** 1 at creation, one more with each update. */
    version: number;
    /** The thing's billing group. */
    billingGroupName?: string;
}

export interface DescribeThingTypeRequest {
    /** The type's name. It cannot be changed. */
    thingTypeName: string;
}

export interface DescribeThingTypeResponse {
    /** The type's name. */
    thingTypeName: string;
    /** The type's id, unique for all time. */
    thingTypeId: string;
    /** The type's ARN. */
    thingTypeArn: string;
    /** The type's description and searchable attributes. */
    thingTypeProperties: ThingTypeProperties;
    /** When it was made, and whether it is deprecated. */
    thingTypeMetadata: ThingTypeMetadata;
}

export interface DetachPolicyRequest {
    /** The policy's name. */
    policyName: string;
    /** A certificate or a thing group, by ARN, or a Cognito identity (REGION:UUID). */
    target: string;
}

export type DetachPolicyResponse = Record<string, never>;

export interface DetachSecurityProfileRequest {
    /** The profile's name. */
    securityProfileName: string;
    /** The target: a thing group, or arn:aws:iot:REGION:ACCOUNT:all/things, all/registered-things or all/unregistered-things. */
    securityProfileTargetArn: string;
}

export type DetachSecurityProfileResponse = Record<string, never>;

export interface DetachThingPrincipalRequest {
    /** The thing's name. */
    thingName: string;
    /** The ARN of a certificate, or a Cognito identity id as REGION:UUID. */
    principal: string;
}

export interface DetectMitigationActionExecution {
    /** The task it belongs to. */
    taskId: string;
    /** The violation it is for. */
    violationId: string;
    /** The action's name. */
    actionName: string;
    /** The device it acts on. */
    thingName: string;
    /** When it started. Epoch seconds. */
    executionStartDate: number;
    /** When it ended. Epoch seconds. */
    executionEndDate?: number;
    /** How it went. */
    status: DetectMitigationActionExecutionStatus;
    /** Why it failed, in a word. */
    errorCode?: string;
    /** Why it failed, in a sentence. */
    message?: string;
}

export type DetectMitigationActionExecutionStatus = | "IN_PROGRESS" | "SUCCESSFUL" | "FAILED" | "SKIPPED";

export interface DetectMitigationActionsTaskStatistics {
    /** Actions that were carried out. */
    actionsExecuted?: number;
    /** Actions left out because an earlier one of their violation failed. */
    actionsSkipped?: number;
    /** Actions that failed. */
    actionsFailed?: number;
}

export type DetectMitigationActionsTaskStatus = | "IN_PROGRESS" | "SUCCESSFUL" | "FAILED" | "CANCELED";

export interface DetectMitigationActionsTaskSummary {
    /** The task's id. */
    taskId: string;
    /** How far it is. */
    taskStatus: DetectMitigationActionsTaskStatus;
    /** When it started. Epoch seconds. */
    taskStartTime: number;
    /** When it ended. Epoch seconds. */
    taskEndTime?: number;
    /** The violations it is about. */
    target?: DetectMitigationActionsTaskTarget;
    /** Only violations with an event in this time. */
    violationEventOccurrenceRange?: ViolationEventOccurrenceRange;
    /** Whether only violations that were in alarm were included. */
    onlyActiveViolationsIncluded?: boolean;
    /** Whether violations of behaviors with suppressed alerts were included. */
    suppressedAlertsIncluded?: boolean;
    /** The actions, as they were when the task started. */
    actionsDefinition?: MitigationAction[];
    /** How many actions there were, by outcome. */
    taskStatistics?: DetectMitigationActionsTaskStatistics;
}

export interface DetectMitigationActionsTaskTarget {
    /** Up to 25 violations, by their ids; or */
    violationIds?: string[];
    /** the profile of a behavior whose violations are meant, and */
    securityProfileName?: string;
    /** the behavior's name. */
    behaviorName?: string;
}

export type DeviceArchetype = | "SMART_LIGHT" | "THERMOSTAT" | "CAMERA" | "GATEWAY" | "INDUSTRIAL_SENSOR" | "ASSET_TRACKER" | "SMART_METER";

export type DeviceDefenderIndexingMode = | "OFF" | "VIOLATIONS";

export type DeviceRegime = | "ONLINE" | "UPDATING" | "ASLEEP" | "OFFLINE";

export interface DeviceStretch {
    /** What it was doing. */
    regime: DeviceRegime;
    /** Since when, within what was asked for. Epoch seconds. */
    startTime: number;
    /** Until when. Epoch seconds. */
    endTime: number;
}

export type DimensionType = | "TOPIC_FILTER";

export type DimensionValueOperator = | "IN" | "NOT_IN";

export type DocumentKind = | "json" | "shell" | "markdown" | "text";

export type DueKind = | "SCHEDULED_CALL" | "POPULATION" | "DYNAMIC_GROUP" | "THING_INDEX" | "AUDIT_SUPPRESSION" | "DETECT_WINDOW" | "DETECT_ACTIVITY" | "DETECT_CONNECTION" | "DETECT_UPKEEP" | "METRIC_RETENTION" | "FLEET" | "RECORDING";

export interface DueWork {
    /** When it is due. Epoch seconds. */
    time: number;
    /** Its place among equal times. */
    sequence: number;
    /** What kind of work it is. */
    kind: DueKind;
    /** Id of what it works on. */
    subject: string;
}

export type DynamicGroupStatus = | "ACTIVE" | "BUILDING" | "REBUILDING";

export interface EffectivePolicy {
    /** The policy's name. */
    policyName: string;
    /** The policy's ARN. */
    policyArn: string;
    /** The document, as it was given. */
    policyDocument: string;
}

export type Empty = Record<string, never>;

export interface EnableIoTLoggingParams {
    /** The role that may write the logs. */
    roleArnForLogging: string;
    /** What is logged. DISABLED is in the list but refused. */
    logLevel: LogLevel;
}

export interface ExplainAccessRequest {
    /** The role that would act. */
    roleArn: string;
    /** What it would do, as iot:UpdateCertificate. */
    action: string;
    /** What it would do that to; * when absent. */
    resource?: string;
    /** The service that would assume the role; iot.amazonaws.com when absent. */
    service?: string;
    /** Condition keys and their values, as aws:SourceArn. */
    context?: Record<string, string[]>;
}

export interface ExplainAccessResponse {
    /** Whether the role can be assumed and may do it. */
    allowed: boolean;
    /** allowed, explicitDeny or implicitDeny. */
    decision: string;
    /** Whether the service may assume the role. */
    assumable: boolean;
    /** Whether the session defined the role. */
    defined: boolean;
    /** The decision in words. */
    explanation: string;
    /** Every statement that was looked at. */
    statements: ExplainedStatement[];
}

export interface ExplainBehaviorRequest {
    /** The device. */
    thingName: string;
    /** The profile. */
    securityProfileName: string;
    /** Its behavior. */
    behaviorName: string;
    /** The moment to explain; now when absent. Epoch seconds. */
    time?: number;
}

export interface ExplainBehaviorResponse {
    /** The moment. Epoch seconds. */
    time: number;
    /** What was the case. */
    state: ExplainedState;
    /** Of the alarm that was on. */
    violationId?: string;
    /** When it was raised. Epoch seconds. */
    violationStartTime?: number;
    /** Why, in sentences with numbers. */
    reasons: string[];
    /** What was evaluated before, the oldest first. */
    datapoints: ExplainedDatapoint[];
    /** Settings that the answer rests on: AWS does not document what they say. */
    settings: ExplainedSetting[];
}

export interface ExplainedDatapoint {
    /** Of the datapoint, or the end of the window. Epoch seconds. */
    time: number;
    /** What was measured, over the window. */
    value?: MetricValue;
    /** Where the window begins. Epoch seconds. */
    windowFrom?: number;
    /** Where it ends. Epoch seconds. */
    windowTo?: number;
    /** What the value was compared with: the threshold or the percentile. */
    bound?: number;
    /** Devices whose values made the percentile. */
    fleetSize?: number;
    /** The verdict; absent when there was none yet. */
    conforms?: boolean;
    /** The counter to the alarm, afterwards. */
    violatingInARow: number;
    /** The counter to its end, afterwards. */
    conformingInARow: number;
    /** Whether the alarm was on afterwards. */
    inAlarm: boolean;
    /** The same in words. */
    text: string;
}

export interface ExplainedSetting {
    /** The setting. */
    name: string;
    /** Its value. */
    value: string;
}

export type ExplainedState = | "IN_ALARM" | "NORMAL" | "NOT_EVALUATED" | "NOT_MONITORED";

export interface ExplainedStatement {
    /** The policy it stands in. */
    policy: string;
    /** Its place there, from 0. */
    statement: number;
    /** Its Sid. */
    sid?: string;
    /** Allow or Deny. */
    effect: string;
    /** Whether it says something about this request. */
    applies: boolean;
    /** Why it applies or does not. */
    why: string;
}

export interface FailureActivity {
    /** The topic that was not allowed, if it was one. */
    topic?: string;
    /** How many there were; 1 when absent. */
    count?: number;
}

export interface Field {
    /** The field, as queries name it. */
    name?: string;
    /** How its values are compared. */
    type?: FieldType;
}

export type FieldType = | "Number" | "String" | "Boolean";

export interface Finding {
    /** The rule's name. */
    code: string;
    /** An error fails when it is run, a warning runs and does something else, a note explains. */
    severity: FindingSeverity;
    /** First byte it is about. */
    begin: number;
    /** The byte behind the last. */
    end: number;
    /** Line, from 1. */
    line: number;
    /** Column, from 1, in code points. */
    column: number;
    /** What is wrong here, and what to do. */
    message: string;
    /** Why the rule exists. */
    explanation: string;
    /** Where the documentation speaks of it. */
    section: string;
    /** Edits inside the finding's span that remove it; absent when there is no sure one. */
    fix?: TextEdit[];
}

export type FindingSeverity = | "error" | "warning" | "note";

export interface FleetDescription {
    /** Its name. */
    fleetName: string;
    /** What kind of devices they are. */
    archetype: DeviceArchetype;
    /** The same in a sentence. */
    archetypeDescription: string;
    /** How many devices it has. */
    count: number;
    /** Whether they are things. */
    registered: boolean;
    /** The group that they joined. */
    groupName?: string;
    /** The name of the first device. */
    firstThingName: string;
    /** And of the last. */
    lastThingName: string;
    /** Where they stand. */
    siteSet: string;
    /** How many sites that are. */
    siteCount: number;
    /** Time zones of the sites; UTC when empty. */
    utcOffsetMinutes: number[];
    /** The custom metric that they report. */
    customMetricName: string;
    /** Since when they are simulated. Epoch seconds. */
    startTime: number;
    /** When StopFleet ended that. Epoch seconds. */
    endTime?: number;
    /** Attacks on it that act now. */
    attacksInProgress: number;
}

export interface GeoLocationTarget {
    /** The field of a shadow with the place. */
    name?: string;
    /** Which number comes first. */
    order?: TargetFieldOrder;
}

export interface GetBehaviorModelTrainingSummariesRequest {
    /** Only of this security profile. */
    securityProfileName?: string;
    /** Items of a page at most; 10 when absent. */
    maxResults?: number;
    /** Where the previous page ended. */
    nextToken?: string;
}

export interface GetBehaviorModelTrainingSummariesResponse {
    /** The models, by profile and in the order of its behaviors. */
    summaries: BehaviorModelTrainingSummary[];
    /** Absent on the last page. */
    nextToken?: string;
}

export interface GetEffectivePoliciesRequest {
    /** A certificate, by ARN, or a Cognito identity. */
    principal?: string;
    /** The pool of the Cognito identity. */
    cognitoIdentityPoolId?: string;
    /** The thing that connects. */
    thingName?: string;
}

export interface GetEffectivePoliciesResponse {
    /** The policies that decide, each once, by name. */
    effectivePolicies: EffectivePolicy[];
}

export type GetIndexingConfigurationRequest = Record<string, never>;

export interface GetIndexingConfigurationResponse {
    /** What of things is in the index. */
    thingIndexingConfiguration: ThingIndexingConfiguration;
    /** What of thing groups is in the index. */
    thingGroupIndexingConfiguration: ThingGroupIndexingConfiguration;
}

export type GetLoggingOptionsRequest = Record<string, never>;

export interface GetLoggingOptionsResponse {
    /** The role that writes the logs. */
    roleArn?: string;
    /** The level of what is logged. */
    logLevel?: LogLevel;
}

export interface GetPolicyRequest {
    /** The policy's name. */
    policyName: string;
}

export interface GetPolicyResponse {
    /** The policy's name. */
    policyName: string;
    /** The policy's ARN. */
    policyArn: string;
    /** The document, as it was given. */
    policyDocument: string;
    /** The version in force. */
    defaultVersionId: string;
    /** When it was created. Epoch seconds. */
    creationDate: number;
    /** When it last changed. Epoch seconds. */
    lastModifiedDate: number;
    /** Changes with every version. */
    generationId: string;
}

export interface GetPolicyVersionRequest {
    /** The policy's name. */
    policyName: string;
    /** The version's number. */
    policyVersionId: string;
}

export interface GetPolicyVersionResponse {
    /** The policy's ARN. */
    policyArn: string;
    /** The policy's name. */
    policyName: string;
    /** The document, as it was given. */
    policyDocument: string;
    /** The version's number. */
    policyVersionId: string;
    /** Whether this version is in force. */
    isDefaultVersion: boolean;
    /** When it was created. Epoch seconds. */
    creationDate: number;
    /** When it last changed. Epoch seconds. */
    lastModifiedDate: number;
    /** Changes with every version. */
    generationId: string;
}

export interface GetRegistrationCodeResponse {
    /** The common name of verification certificates. */
    registrationCode: string;
}

export interface GetSimulatedValuesRequest {
    /** The device. */
    thingName: string;
    /** A built-in metric, or the fleet's custom metric. */
    metricName: string;
    /** Values that are stamped later than this. Epoch seconds. */
    startTime: number;
    /** And not later than this: 14 days at most. There are none of the future. Epoch seconds. */
    endTime: number;
}

export interface GetSimulatedValuesResponse {
    /** The values, the oldest first, each stamped with the end of its five minutes. */
    metricDatumList: MetricDatum[];
    /** What the device was doing all the while: why values are missing. */
    stretches: DeviceStretch[];
    /** Attacks on the device in this time. */
    attackIds: string[];
}

export interface GetV2LoggingOptionsRequest {
    /** Whether all kinds of events are listed, also those that have the default level. */
    verbose?: boolean;
}

export interface GetV2LoggingOptionsResponse {
    /** The role that writes the logs. */
    roleArn?: string;
    /** The level for what has none of its own. */
    defaultLogLevel?: LogLevel;
    /** Whether nothing is logged. */
    disableAllLogs: boolean;
    /** Settings of single kinds of events. */
    eventConfigurations?: LogEventConfiguration[];
}

export interface GroupNameAndArn {
    /** The group's name. */
    groupName: string;
    /** The group's ARN. */
    groupArn: string;
}

export interface IndexingFilter {
    /** Named shadows in the index. */
    namedShadowNames?: string[];
    /** Fields of shadows that hold a place. */
    geoLocations?: GeoLocationTarget[];
}

export interface IssuerCertificateIdentifier {
    /** Whom it was issued to. */
    issuerCertificateSubject?: string;
    /** The issuer's id. */
    issuerId?: string;
    /** Its serial number. */
    issuerCertificateSerialNumber?: string;
}

/** One mutating call that succeeded. */
export interface JournalEntry {
    /** Its number; never given twice. */
    id: number;
    /** When it came, virtual time. Epoch seconds. */
    time: number;
    /** How many items of due work had run at that very moment. */
    afterItem: number;
    /** The operation's name. */
    operation: string;
    /** Its input, as it was understood. */
    body: Json;
    /** Why it no longer succeeds, when an earlier entry was taken out. */
    failure?: string;
}

export interface KeyPair {
    /** As PEM. */
    PublicKey: string;
    /** As PEM: a published demo key that everyone has. */
    PrivateKey: string;
}

export interface ListActiveViolationsRequest {
    /** Only of this device. */
    thingName?: string;
    /** Only of this security profile. */
    securityProfileName?: string;
    /** Only of behaviors with criteria of this kind. */
    behaviorCriteriaType?: BehaviorCriteriaType;
    /** True: only of behaviors whose alerts are suppressed; false: only of others; absent: both. */
    listSuppressedAlerts?: boolean;
    /** Only with this verification state. */
    verificationState?: VerificationState;
    /** Where the previous page ended. */
    nextToken?: string;
    /** Items of a page at most; 25 when absent. */
    maxResults?: number;
}

export interface ListActiveViolationsResponse {
    /** Alarms that are on, the newest first. */
    activeViolations: ActiveViolation[];
    /** Absent on the last page. */
    nextToken?: string;
}

export interface ListAlarmCountsRequest {
    /** Only behaviors of this profile. */
    securityProfileName?: string;
    /** Items of a page at most; 25 when absent. */
    maxResults?: number;
    /** Where the previous page ended. */
    nextToken?: string;
}

export interface ListAlarmCountsResponse {
    /** Counts, the newest first. */
    counts: AlarmCount[];
    /** Absent on the last page. */
    nextToken?: string;
}

export interface ListAttachedPoliciesRequest {
    /** What the policies are attached to. */
    target: string;
    /** Of a thing group, the policies of the groups above it, too. */
    recursive?: boolean;
    /** Where the previous page ended. */
    marker?: string;
    /** Items of a page at most; 25 when absent. */
    pageSize?: number;
}

export interface ListAttachedPoliciesResponse {
    /** The policies, by name. */
    policies: Policy[];
    /** Absent on the last page. */
    nextMarker?: string;
}

export interface ListAttacksRequest {
    /** Only attacks on this fleet. */
    fleetName?: string;
    /** Only attacks on this device. */
    thingName?: string;
    /** Only attacks of this kind. */
    kind?: AttackKind;
    /** Items of a page at most; 25 when absent. */
    maxResults?: number;
    /** Where the previous page ended. */
    nextToken?: string;
}

export interface ListAttacksResponse {
    /** Attacks, the last to begin first. */
    attacks: AttackDescription[];
    /** Absent on the last page. */
    nextToken?: string;
}

export interface ListAuditFindingsRequest {
    /** Only findings of this audit; instead of startTime and endTime. */
    taskId?: string;
    /** Only findings of this check. */
    checkName?: string;
    /** Only findings about this resource. */
    resourceIdentifier?: ResourceIdentifier;
    /** Items of a page at most; 25 when absent. */
    maxResults?: number;
    /** Where the previous page ended. */
    nextToken?: string;
    /** Only what was found then or later; with endTime, instead of taskId. Epoch seconds. */
    startTime?: number;
    /** Only what was found then or before; with startTime. Epoch seconds. */
    endTime?: number;
    /** Only suppressed findings, or only the others; absent: both. */
    listSuppressedFindings?: boolean;
}

export interface ListAuditFindingsResponse {
    /** The findings, the newest first. */
    findings: AuditFinding[];
    /** Absent on the last page. */
    nextToken?: string;
}

export interface ListAuditMitigationActionsExecutionsRequest {
    /** The task. */
    taskId: string;
    /** Only executions that are so far. */
    actionStatus?: AuditMitigationActionsExecutionStatus;
    /** The finding. */
    findingId: string;
    /** Items of a page at most; 25 when absent. */
    maxResults?: number;
    /** Where the previous page ended. */
    nextToken?: string;
}

export interface ListAuditMitigationActionsExecutionsResponse {
    /** The actions on the finding, in their order. */
    actionsExecutions: AuditMitigationActionExecutionMetadata[];
    /** Absent on the last page. */
    nextToken?: string;
}

export interface ListAuditMitigationActionsTasksRequest {
    /** Only tasks about findings of this audit. */
    auditTaskId?: string;
    /** Only tasks about this finding. */
    findingId?: string;
    /** Only tasks that are so far. */
    taskStatus?: AuditMitigationActionsTaskStatus;
    /** Items of a page at most; 25 when absent. */
    maxResults?: number;
    /** Where the previous page ended. */
    nextToken?: string;
    /** Only tasks that began then or later; 90 days back at most. Epoch seconds. */
    startTime: number;
    /** Only tasks that began, and if they ended, ended, then or before. Epoch seconds. */
    endTime: number;
}

export interface ListAuditMitigationActionsTasksResponse {
    /** The tasks, the newest first. */
    tasks: AuditMitigationActionsTaskMetadata[];
    /** Absent on the last page. */
    nextToken?: string;
}

export interface ListAuditSuppressionsRequest {
    /** Only those of this check. */
    checkName?: string;
    /** Only those of this resource. */
    resourceIdentifier?: ResourceIdentifier;
    /** The first to end comes first, unless false. */
    ascendingOrder?: boolean;
    /** Where the previous page ended. */
    nextToken?: string;
    /** Items of a page at most; 25 when absent. */
    maxResults?: number;
}

export interface ListAuditSuppressionsResponse {
    /** The suppressions, by when they end; those without an end are the last to. */
    suppressions: AuditSuppression[];
    /** Absent on the last page. */
    nextToken?: string;
}

export interface ListAuditTasksRequest {
    /** Only audits that began then or later; 90 days back at most. Epoch seconds. */
    startTime: number;
    /** Only audits that began then or before. Epoch seconds. */
    endTime: number;
    /** Only audits started like this. */
    taskType?: AuditTaskType;
    /** Only audits that are so far. */
    taskStatus?: AuditTaskStatus;
    /** Where the previous page ended. */
    nextToken?: string;
    /** Items of a page at most; 25 when absent. */
    maxResults?: number;
}

export interface ListAuditTasksResponse {
    /** The audits, the newest first. */
    tasks: AuditTaskMetadata[];
    /** Absent on the last page. */
    nextToken?: string;
}

export interface ListCACertificatesRequest {
    /** Items of a page at most; 25 when absent. */
    pageSize?: number;
    /** The nextMarker of the previous page. */
    marker?: string;
    /** The oldest first; the newest when absent. */
    ascendingOrder?: boolean;
    /** Only those that provision by this template. */
    templateName?: string;
}

export interface ListCACertificatesResponse {
    /** By creation. */
    certificates: CACertificate[];
    /** Absent on the last page. */
    nextMarker?: string;
}

export interface ListCertificatesByCARequest {
    /** The CA certificate's id. */
    caCertificateId: string;
    /** Items of a page at most; 25 when absent. */
    pageSize?: number;
    /** The nextMarker of the previous page. */
    marker?: string;
    /** The oldest first; the newest when absent. */
    ascendingOrder?: boolean;
}

export interface ListCertificatesRequest {
    /** Items of a page at most; 25 when absent. */
    pageSize?: number;
    /** The nextMarker of the previous page. */
    marker?: string;
    /** The oldest first; the newest when absent. */
    ascendingOrder?: boolean;
}

export interface ListCertificatesResponse {
    /** By creation. */
    certificates: Certificate[];
    /** Absent on the last page. */
    nextMarker?: string;
}

export interface ListChronicleRequest {
    /** Only events of these kinds, such as "thing.created". */
    kinds?: string[];
    /** Items of a page at most; 25 when absent. */
    maxResults?: number;
    /** Where the previous page ended. */
    nextToken?: string;
}

export interface ListChronicleResponse {
    /** What happened, the newest last. */
    events: ChronicleEvent[];
    /** Absent on the last page. */
    nextToken?: string;
}

export interface ListCustomMetricsRequest {
    /** Where the previous page ended. */
    nextToken?: string;
    /** Items of a page at most; 25 when absent. */
    maxResults?: number;
}

export interface ListCustomMetricsResponse {
    /** The metrics, by name. */
    metricNames: string[];
    /** Absent on the last page. */
    nextToken?: string;
}

export interface ListDetectMitigationActionsExecutionsRequest {
    /** Only of this task. */
    taskId?: string;
    /** Only for this violation. */
    violationId?: string;
    /** Only on this device. */
    thingName?: string;
    /** The earliest start. Epoch seconds. */
    startTime?: number;
    /** The latest start. Epoch seconds. */
    endTime?: number;
    /** Items of a page at most; 25 when absent. */
    maxResults?: number;
    /** Where the previous page ended. */
    nextToken?: string;
}

export interface ListDetectMitigationActionsExecutionsResponse {
    /** How each action went for each violation, the newest first. */
    actionsExecutions: DetectMitigationActionExecution[];
    /** Absent on the last page. */
    nextToken?: string;
}

export interface ListDetectMitigationActionsTasksRequest {
    /** Items of a page at most; 25 when absent. */
    maxResults?: number;
    /** Where the previous page ended. */
    nextToken?: string;
    /** The earliest start of a task. Epoch seconds. */
    startTime: number;
    /** The latest start of a task. Epoch seconds. */
    endTime: number;
}

export interface ListDetectMitigationActionsTasksResponse {
    /** The tasks, the newest first. */
    tasks: DetectMitigationActionsTaskSummary[];
    /** Absent on the last page. */
    nextToken?: string;
}

export interface ListDimensionsRequest {
    /** Where the previous page ended. */
    nextToken?: string;
    /** Items of a page at most; 25 when absent. */
    maxResults?: number;
}

export interface ListDimensionsResponse {
    /** The dimensions, by name. */
    dimensionNames: string[];
    /** Absent on the last page. */
    nextToken?: string;
}

export interface ListDueWorkRequest {
    /** Items of a page at most; 25 when absent. */
    maxResults?: number;
    /** Where the previous page ended. */
    nextToken?: string;
}

export interface ListDueWorkResponse {
    /** The queue, the next item first. */
    dueWork: DueWork[];
    /** Absent on the last page. */
    nextToken?: string;
}

export interface ListFleetsRequest {
    /** Items of a page at most; 25 when absent. */
    maxResults?: number;
    /** Where the previous page ended. */
    nextToken?: string;
}

export interface ListFleetsResponse {
    /** Fleets, by name. */
    fleets: FleetDescription[];
    /** Absent on the last page. */
    nextToken?: string;
}

export interface ListJournalRequest {
    /** Entries at once; 25 if absent. */
    maxResults?: number;
    /** Start behind this entry. */
    afterEntryId?: number;
}

export interface ListJournalResponse {
    /** Calls in order. */
    entries: JournalEntry[];
    /** The last call that has happened; later ones are ahead. */
    appliedEntryId: number;
    /** Ask on from here; absent at the end. */
    nextAfterEntryId?: number;
}

export interface ListMessagesRequest {
    /** Only messages that went this way. */
    channel?: MessageChannel;
    /** Items of a page at most; 25 when absent. */
    maxResults?: number;
    /** Where the previous page ended. */
    nextToken?: string;
}

export interface ListMessagesResponse {
    /** Messages, the newest first. */
    messages: Message[];
    /** Absent on the last page. */
    nextToken?: string;
}

export interface ListMetricValuesRequest {
    /** The device that was measured. */
    thingName: string;
    /** The metric, built in or custom. */
    metricName: string;
    /** The dimension that narrows it. */
    dimensionName?: string;
    /** Whether the dimension counts or all else; IN if absent. */
    dimensionValueOperator?: DimensionValueOperator;
    /** The earliest time. Epoch seconds. */
    startTime: number;
    /** The latest time. Epoch seconds. */
    endTime: number;
    /** Items of a page at most; 25 when absent. */
    maxResults?: number;
    /** Where the previous page ended. */
    nextToken?: string;
}

export interface ListMetricValuesResponse {
    /** The values, the newest first. */
    metricDatumList: MetricDatum[];
    /** Absent on the last page. */
    nextToken?: string;
}

export interface ListMitigationActionsRequest {
    /** Only actions of this kind. */
    actionType?: MitigationActionType;
    /** Items of a page at most; 25 when absent. */
    maxResults?: number;
    /** Where the previous page ended. */
    nextToken?: string;
}

export interface ListMitigationActionsResponse {
    /** The actions, the newest first. */
    actionIdentifiers: MitigationActionIdentifier[];
    /** Absent on the last page. */
    nextToken?: string;
}

export interface ListPoliciesRequest {
    /** Where the previous page ended. */
    marker?: string;
    /** Items of a page at most; 25 when absent. */
    pageSize?: number;
    /** The oldest first. */
    ascendingOrder?: boolean;
}

export interface ListPoliciesResponse {
    /** The policies, the newest first. */
    policies: Policy[];
    /** Absent on the last page. */
    nextMarker?: string;
}

export interface ListPolicyVersionsRequest {
    /** The policy's name. */
    policyName: string;
}

export interface ListPolicyVersionsResponse {
    /** The versions, the newest first. */
    policyVersions: PolicyVersion[];
}

export interface ListPrincipalThingsRequest {
    /** Where the previous page ended. */
    nextToken?: string;
    /** Items of a page at most; 25 when absent. */
    maxResults?: number;
    /** The ARN of a certificate, or a Cognito identity id as REGION:UUID. */
    principal: string;
}

export interface ListPrincipalThingsResponse {
    /** The things' names. */
    things: string[];
    /** Absent on the last page. */
    nextToken?: string;
}

export interface ListRecordingsRequest {
    /** Items of a page at most; 25 when absent. */
    maxResults?: number;
    /** Where the previous page ended. */
    nextToken?: string;
}

export interface ListRecordingsResponse {
    /** All of them, by name. */
    recordings: RecordingSummary[];
    /** Absent on the last page. */
    nextToken?: string;
}

export interface ListRelatedResourcesForAuditFindingRequest {
    /** The finding's id. */
    findingId: string;
    /** Where the previous page ended. */
    nextToken?: string;
    /** Items of a page at most; 25 when absent. */
    maxResults?: number;
}

export interface ListRelatedResourcesForAuditFindingResponse {
    /** All that has to do with the finding, in the order it was found. */
    relatedResources: AuditedResource[];
    /** Absent on the last page. */
    nextToken?: string;
}

export interface ListRoleAliasesRequest {
    /** Items of a page at most; 25 when absent. */
    pageSize?: number;
    /** Where the previous page ended. */
    marker?: string;
    /** The oldest first. */
    ascendingOrder?: boolean;
}

export interface ListRoleAliasesResponse {
    /** Names of the aliases, the newest first. */
    roleAliases: string[];
    /** Absent on the last page. */
    nextMarker?: string;
}

export interface ListRolesRequest {
    /** Items of a page at most; 25 when absent. */
    maxResults?: number;
    /** Where the previous page ended. */
    nextToken?: string;
}

export interface ListRolesResponse {
    /** The roles the session defined, by ARN. */
    roles: RoleDescription[];
    /** Absent on the last page. */
    nextToken?: string;
}

export interface ListScheduledAuditsRequest {
    /** Where the previous page ended. */
    nextToken?: string;
    /** Items of a page at most; 25 when absent. */
    maxResults?: number;
}

export interface ListScheduledAuditsResponse {
    /** The scheduled audits, the newest first. */
    scheduledAudits: ScheduledAuditMetadata[];
    /** Absent on the last page. */
    nextToken?: string;
}

export interface ListScheduledCallsRequest {
    /** Items of a page at most; 25 when absent. */
    maxResults?: number;
    /** Where the previous page ended. */
    nextToken?: string;
}

export interface ListScheduledCallsResponse {
    /** Calls that still have runs left, by id. */
    scheduledCalls: ScheduledCall[];
    /** Absent on the last page. */
    nextToken?: string;
}

export interface ListSecurityProfilesForTargetRequest {
    /** Where the previous page ended. */
    nextToken?: string;
    /** Items of a page at most; 25 when absent. */
    maxResults?: number;
    /** Also profiles of the groups below. */
    recursive?: boolean;
    /** The target: a thing group, or arn:aws:iot:REGION:ACCOUNT:all/things, all/registered-things or all/unregistered-things. */
    securityProfileTargetArn: string;
}

export interface ListSecurityProfilesForTargetResponse {
    /** The profiles with the target of each, by target and name. */
    securityProfileTargetMappings: SecurityProfileTargetMapping[];
    /** Absent on the last page. */
    nextToken?: string;
}

export interface ListSecurityProfilesRequest {
    /** Where the previous page ended. */
    nextToken?: string;
    /** Items of a page at most; 25 when absent. */
    maxResults?: number;
    /** Only profiles that use this dimension. Not together with metricName. */
    dimensionName?: string;
    /** Only profiles that use this metric. */
    metricName?: string;
}

export interface ListSecurityProfilesResponse {
    /** The profiles, by name. */
    securityProfileIdentifiers: SecurityProfileIdentifier[];
    /** Absent on the last page. */
    nextToken?: string;
}

export type ListSettingsRequest = Record<string, never>;

export interface ListSettingsResponse {
    /** All settings there are. */
    settings: SettingDescription[];
}

export interface ListTagsForResourceRequest {
    /** The resource that has the tags. */
    resourceArn: string;
    /** Where the previous page ended. */
    nextToken?: string;
}

export interface ListTagsForResourceResponse {
    /** The tags, by key. */
    tags: Tag[];
    /** Absent on the last page. */
    nextToken?: string;
}

export interface ListTargetsForPolicyRequest {
    /** The policy's name. */
    policyName: string;
    /** Where the previous page ended. */
    marker?: string;
    /** Items of a page at most; 25 when absent. */
    pageSize?: number;
}

export interface ListTargetsForPolicyResponse {
    /** What the policy is attached to. */
    targets: string[];
    /** Absent on the last page. */
    nextMarker?: string;
}

export interface ListTargetsForSecurityProfileRequest {
    /** The profile's name. */
    securityProfileName: string;
    /** Where the previous page ended. */
    nextToken?: string;
    /** Items of a page at most; 25 when absent. */
    maxResults?: number;
}

export interface ListTargetsForSecurityProfileResponse {
    /** The targets, by ARN. */
    securityProfileTargets: SecurityProfileTarget[];
    /** Absent on the last page. */
    nextToken?: string;
}

export interface ListThingGroupsForThingRequest {
    /** The thing. */
    thingName: string;
    /** Where the previous page ended. */
    nextToken?: string;
    /** Items of a page at most; 25 when absent. */
    maxResults?: number;
}

export interface ListThingGroupsForThingResponse {
    /** The groups the thing is in, by name. */
    thingGroups: GroupNameAndArn[];
    /** Absent on the last page. */
    nextToken?: string;
}

export interface ListThingGroupsRequest {
    /** Where the previous page ended. */
    nextToken?: string;
    /** Items of a page at most; 25 when absent. */
    maxResults?: number;
    /** Only groups below this one. */
    parentGroup?: string;
    /** Only groups whose names begin so. */
    namePrefixFilter?: string;
    /** Whether all levels below are listed, or only the next; true when absent. */
    recursive?: boolean;
}

export interface ListThingGroupsResponse {
    /** The groups, by name. */
    thingGroups: GroupNameAndArn[];
    /** Absent on the last page. */
    nextToken?: string;
}

export interface ListThingPrincipalsRequest {
    /** Where the previous page ended. */
    nextToken?: string;
    /** Items of a page at most; 25 when absent. */
    maxResults?: number;
    /** The thing's name. */
    thingName: string;
}

export interface ListThingPrincipalsResponse {
    /** The principals, in order. */
    principals: string[];
    /** Absent on the last page. */
    nextToken?: string;
}

export interface ListThingTypesRequest {
    /** Where the previous page ended. */
    nextToken?: string;
    /** Items of a page at most; 25 when absent. */
    maxResults?: number;
    /** Only the type of this name. */
    thingTypeName?: string;
}

export interface ListThingTypesResponse {
    /** The types, by name. */
    thingTypes: ThingTypeDefinition[];
    /** Absent on the last page. */
    nextToken?: string;
}

export interface ListThingsInThingGroupRequest {
    /** The group. */
    thingGroupName: string;
    /** Whether things of the groups below are listed too. */
    recursive?: boolean;
    /** Where the previous page ended. */
    nextToken?: string;
    /** Items of a page at most; 25 when absent. */
    maxResults?: number;
}

export interface ListThingsInThingGroupResponse {
    /** Names of the things, in order. */
    things: string[];
    /** Absent on the last page. */
    nextToken?: string;
}

export interface ListThingsRequest {
    /** Where the previous page ended. */
    nextToken?: string;
    /** Items of a page at most; 25 when absent. */
    maxResults?: number;
    /** Only things that have this attribute. */
    attributeName?: string;
    /** Only things whose attribute has this value. */
    attributeValue?: string;
    /** Only things of this type. */
    thingTypeName?: string;
    /** Whether attributeValue is the beginning of the value only. */
    usePrefixAttributeValue?: boolean;
}

export interface ListThingsResponse {
    /** The things, by name. */
    things: ThingAttribute[];
    /** Absent on the last page. */
    nextToken?: string;
}

export interface ListV2LoggingLevelsRequest {
    /** Only targets of this kind. */
    targetType?: LogTargetType;
    /** Where the previous page ended. */
    nextToken?: string;
    /** Items of a page at most; 25 when absent. */
    maxResults?: number;
}

export interface ListV2LoggingLevelsResponse {
    /** The targets, by kind and name. */
    logTargetConfigurations: LogTargetConfiguration[];
    /** Absent on the last page. */
    nextToken?: string;
}

export interface ListViolationEventsRequest {
    /** The earliest time. Epoch seconds. */
    startTime: number;
    /** The latest time. Epoch seconds. */
    endTime: number;
    /** Only of this device. */
    thingName?: string;
    /** Only of this security profile. */
    securityProfileName?: string;
    /** Only of behaviors with criteria of this kind. */
    behaviorCriteriaType?: BehaviorCriteriaType;
    /** True: only of behaviors whose alerts are suppressed; false: only of others; absent: both. */
    listSuppressedAlerts?: boolean;
    /** Only with this verification state. */
    verificationState?: VerificationState;
    /** Where the previous page ended. */
    nextToken?: string;
    /** Items of a page at most; 25 when absent. */
    maxResults?: number;
}

export interface ListViolationEventsResponse {
    /** Alarms that went on or off, the newest first. */
    violationEvents: ViolationEvent[];
    /** Absent on the last page. */
    nextToken?: string;
}

export interface LoadDocumentedResponseRequest {
    /** The operation that gave the response. */
    operation: string;
    /** What it was called with; {} when absent. */
    request?: Json;
    /** What it answered. Times may be ISO 8601 texts, as the command line prints them. */
    response: Json;
}

export interface LoadDocumentedResponseResponse {
    /** What of the response could not be kept. */
    notes: string[];
}

export interface LoadSessionResponse {
    /** The virtual time now. Epoch seconds. */
    now: number;
    /** Calls in the journal. */
    entries: number;
    /** Calls that failed now. */
    failedEntries: number;
    /** Whether the replay gave the World that was saved. */
    sameWorld: boolean;
    /** Blocks that the session names and that are not at hand, by SHA-256. */
    missingRecordings: string[];
    /** What a person should know. */
    notes: string[];
}

export interface LogEventConfiguration {
    /** The kind of event: Connect, Publish-In, Disconnect and the like. */
    eventType: string;
    /** The level for events of this kind. */
    logLevel?: LogLevel;
    /** The log group for events of this kind. */
    logDestination?: string;
}

export type LogLevel = | "DEBUG" | "INFO" | "ERROR" | "WARN" | "DISABLED";

export interface LogTarget {
    /** What kind of target it is. */
    targetType: LogTargetType;
    /** Its name; the default target has none. */
    targetName?: string;
}

export interface LogTargetConfiguration {
    /** The target. */
    logTarget: LogTarget;
    /** Its level. */
    logLevel: LogLevel;
}

export type LogTargetType = | "DEFAULT" | "THING_GROUP" | "CLIENT_ID" | "SOURCE_IP" | "PRINCIPAL_ID";

export interface LoggingOptionsPayload {
    /** The role that writes the logs. */
    roleArn: string;
    /** The level of what is logged. */
    logLevel?: LogLevel;
}

export interface MachineLearningDetectionConfig {
    /** HIGH alarms least often, LOW most often. */
    confidenceLevel: ConfidenceLevel;
}

export interface Message {
    /** When it was sent. Epoch seconds. */
    time: number;
    /** By what way. */
    channel: MessageChannel;
    /** The MQTT topic, the ARN of the SNS topic, or the finding's id. */
    destination: string;
    /** The message itself. */
    body: Json;
    /** Why nobody got it, or why a report was rejected; absent otherwise. */
    remark?: string;
    /** The journal entry that caused it. */
    entryId: number;
}

export interface MessageActivity {
    /** The topic of the messages. */
    topic: string;
    /** The size of each. */
    bytes?: number;
    /** How many there were; 1 when absent. */
    count?: number;
}

export type MessageChannel = | "MQTT" | "SNS" | "SECURITY_HUB";

export interface MetricDatum {
    /** When it was measured. Epoch seconds. */
    timestamp: number;
    /** What was measured. */
    value: MetricValue;
}

export interface MetricDimension {
    /** The dimension that narrows the metric. */
    dimensionName: string;
    /** IN counts what matches the dimension, NOT_IN all else; absent means IN. */
    operator?: DimensionValueOperator;
}

export interface MetricToRetain {
    /** The metric whose values are kept. */
    metric: string;
    /** Narrows the metric to the messages of some topics. */
    metricDimension?: MetricDimension;
    /** Exports the values of the metric. */
    exportMetric?: boolean;
}

export interface MetricValue {
    /** For built-in metrics that are numbers. */
    count?: number;
    /** For metrics that are lists of addresses. */
    cidrs?: string[];
    /** For metrics that are lists of ports. */
    ports?: number[];
    /** For custom metrics of the type number. */
    number?: number;
    /** For custom metrics of the type number-list. */
    numbers?: number[];
    /** For custom metrics of the type string-list. */
    strings?: string[];
}

export interface MetricsExportConfig {
    /** The topic that metric values are published to. */
    mqttTopic: string;
    /** The role that may publish there. */
    roleArn: string;
}

export interface MitigationAction {
    /** The action's name. */
    name?: string;
    /** The action's id. */
    id?: string;
    /** The role the action is carried out with. */
    roleArn?: string;
    /** What the action does: one kind, with its parameters. */
    actionParams?: MitigationActionParams;
}

export interface MitigationActionIdentifier {
    /** The action's name. */
    actionName: string;
    /** The action's ARN. */
    actionArn: string;
    /** When the action was created. Epoch seconds. */
    creationDate: number;
}

export type MitigationActionParams = ExactlyOne<{
    /** Deactivates the device certificate of the finding. */
    updateDeviceCertificateParams: UpdateCertificateParams;
    /** Deactivates the CA certificate of the finding. */
    updateCACertificateParams: UpdateCertificateParams;
    /** Adds the things to groups, for example a quarantine group. */
    addThingsToThingGroupParams: AddThingsToThingGroupParams;
    /** Makes a blank policy the default version. */
    replaceDefaultPolicyVersionParams: ReplaceDefaultPolicyVersionParams;
    /** Turns logging on. */
    enableIoTLoggingParams: EnableIoTLoggingParams;
    /** Publishes the finding to a topic. */
    publishFindingToSnsParams: PublishFindingToSnsParams;
}>;

export type MitigationActionType = | "UPDATE_DEVICE_CERTIFICATE" | "UPDATE_CA_CERTIFICATE" | "ADD_THINGS_TO_THING_GROUP" | "REPLACE_DEFAULT_POLICY_VERSION" | "ENABLE_IOT_LOGGING" | "PUBLISH_FINDING_TO_SNS";

export type ModelStatus = | "PENDING_BUILD" | "ACTIVE" | "EXPIRED";

export interface MomentResponse {
    /** The virtual time now. Epoch seconds. */
    now: number;
    /** Calls that happen again when time runs on. */
    entriesAhead: number;
    /** Hash of the World. */
    worldHash: string;
}

export interface Mqtt5Configuration {
    /** What is written into the user properties of messages. */
    propagatingAttributes?: PropagatingAttribute[];
}

export interface NamedFleetRequest {
    /** The fleet's name. */
    fleetName: string;
}

export type NamedShadowIndexingMode = | "OFF" | "ON";

export interface ObservedValues {
    /** The smallest. */
    min: number;
    /** 1 % are not above it. */
    p1: number;
    /** Half are not above it. */
    p50: number;
    /** 90 % are not above it. */
    p90: number;
    /** 99 % are not above it. */
    p99: number;
    /** The largest. */
    max: number;
}

export interface Policy {
    /** The policy's name. */
    policyName: string;
    /** The policy's ARN. */
    policyArn: string;
}

export type PolicyTemplateName = | "BLANK_POLICY";

export interface PolicyVersion {
    /** The version's number. */
    versionId: string;
    /** Whether this version is in force. */
    isDefaultVersion: boolean;
    /** When it was created. Epoch seconds. */
    createDate: number;
}

export interface PolicyVersionIdentifier {
    /** The policy's name. */
    policyName?: string;
    /** Which version of it. */
    policyVersionId?: string;
}

export interface PopulateFleetRequest {
    /** What the names begin with; a number follows. */
    namePrefix: string;
    /** How many things there are to be. */
    count: number;
    /** A group they all join. */
    groupName?: string;
    /** Attributes of each. */
    attributes?: Record<string, string>;
}

export interface PopulateFleetResponse {
    /** Names the work in ListDueWork and in the chronicle. */
    populationId: string;
}

export interface PropagatingAttribute {
    /** The user property of the message that gets the value. */
    userPropertyKey?: string;
    /** An attribute of the thing as the value. */
    thingAttribute?: string;
    /** Something of the connection as the value, as iot:ClientId. */
    connectionAttribute?: string;
}

export interface PublishFindingToSnsParams {
    /** The topic the finding is published to. */
    topicArn: string;
}

export interface PublishRequest {
    /** The MQTT topic. */
    topic: string;
    /** The message: its bytes in base64, or the JSON that it is. */
    payload?: Json;
}

export type PublishResponse = Record<string, never>;

export interface PutDeviceActivityRequest {
    /** The device: a thing, or a client id that is not registered. */
    thingName: string;
    /** Messages that it sent. */
    messagesSent?: MessageActivity[];
    /** Messages that it received. */
    messagesReceived?: MessageActivity[];
    /** What it tried and was not allowed. */
    authorizationFailures?: FailureActivity[];
    /** How often it connected, or tried to. */
    connectionAttempts?: number;
    /** How often its connection ended. */
    disconnects?: number;
    /** The addresses it connected from. */
    sourceIpAddresses?: string[];
    /** Whether it is connected afterwards; as before when absent. */
    connected?: boolean;
}

export interface PutDeviceActivityResponse {
    /** When the five minutes end and become datapoints. Epoch seconds. */
    datapointTime: number;
}

export interface PutRoleRequest {
    /** The role's name; or name it by roleArn. */
    roleName?: string;
    /** The role's ARN. */
    roleArn?: string;
    /** Who may assume the role: a document, or its text. AWS IoT when absent. */
    trustPolicy?: Json;
    /** What the role may do: documents, or their texts, by name. */
    permissionPolicies?: Record<string, Json>;
    /** AWS managed policies that Picket knows. */
    managedPolicyArns?: string[];
}

export interface PutRoleResponse {
    /** The role's ARN. */
    roleArn: string;
}

export interface PutSettingRequest {
    /** The setting's name. */
    name: string;
    /** The new value as text, numbers too: "10". */
    value: string;
}

export interface PutSettingResponse {
    /** The setting's name. */
    name: string;
    /** The value in force from now on. */
    value: string;
    /** What it was before. */
    previousValue: string;
}

export interface PutVerificationStateOnViolationRequest {
    /** The violation's id. */
    violationId: string;
    /** What you found out about it. */
    verificationState: VerificationState;
    /** Why; absent takes an earlier description away. */
    verificationStateDescription?: string;
}

export type PutVerificationStateOnViolationResponse = Record<string, never>;

export interface ReadCommandRequest {
    /** A command of the AWS CLI. */
    text: string;
}

export interface ReadCommandResponse {
    /** The operation of the first command. */
    operation: string;
    /** Its input. */
    input: Json;
    /** Options that are the tool's business, a sentence each. */
    ignored: string[];
    /** What is wrong with the command. */
    findings: Finding[];
}

export interface ReadReport {
    /** What the file was. */
    format: RecordingFormat;
    /** What each column was taken for. */
    columns: RecordingColumn[];
    /** Size of the file. */
    bytes: number;
    /** Rows of data, without header and empty lines. */
    rows: number;
    /** Values that were kept. */
    values: number;
    /** Cells of metrics that were empty: nothing was measured. */
    emptyCells: number;
    /** Rows older than an earlier one of their thing. */
    unorderedRows: number;
    /** Rows and single values that were refused. */
    refused: number;
    /** The same by reason, with examples. */
    refusals: RefusedRows[];
}

export interface RecognisedCall {
    /** Name of the operation. */
    operation: string;
    /** What of the call stands here. */
    role: CallRole;
    /** The member of the request that a part is the value of. */
    member?: string;
    /** The JSON, with mistakes of syntax repaired. */
    input: Json;
    /** Its first byte. */
    begin: number;
    /** The byte behind the last. */
    end: number;
    /** Its line, from 1. */
    line: number;
    /** Whether the text states the operation, or it is guessed. */
    confidence: Confidence;
    /** How the operation was found. */
    reason: string;
}

export interface RecordedMetric {
    /** Its name. */
    metric: string;
    /** What narrows it. */
    dimension?: MetricDimension;
    /** What its values are. */
    kind: ValueKind;
}

export interface RecordingColumn {
    /** The column's name. */
    column: string;
    /** "thing", "time", "metric", "value", "ignored", or a metric. */
    use: string;
}

export type RecordingFormat = | "CSV" | "JSON_LINES" | "METRIC_VALUES" | "METRICS_EXPORT";

/** Where a file has what. Columns are named as in the header, or by their place: "#1". */
export interface RecordingMapping {
    /** What the file is; guessed if absent. */
    format?: RecordingFormat;
    /** The column with the names of things. */
    thingColumn?: string;
    /** The column with the times. */
    timeColumn?: string;
    /** The column with the names of metrics, one value a row. */
    metricColumn?: string;
    /** The column with the values, one a row. */
    valueColumn?: string;
    /** Columns that are metrics each, to the names of those metrics. */
    metricColumns?: Record<string, string>;
    /** The thing that all rows are of. */
    thingName?: string;
    /** The metric that all values are of. */
    metricName?: string;
    /** Unit of times that are numbers; told from their size if absent. */
    timeUnit?: TimeUnit;
    /** What is between two cells. */
    separator?: CsvSeparator;
    /** Whether the first row names the columns. */
    hasHeader?: boolean;
    /** Rows that are later than this are refused: a clock was wrong. Epoch seconds. */
    latestTime?: number;
    /** Refuse rows older than an earlier one of their thing, instead of sorting. */
    refuseUnordered?: boolean;
}

export interface RecordingNameRequest {
    /** The recording's name. */
    recordingName: string;
}

export type RecordingState = | "FEEDING" | "FINISHED" | "MISSING";

export interface RecordingSummary {
    /** Its name. */
    recordingName: string;
    /** The name of its block. */
    sha256: string;
    /** Whether values are left, or the block is missing. */
    state: RecordingState;
    /** Values in it. */
    values: number;
    /** Values that the clock has passed. */
    valuesFed: number;
    /** When the next values are due; absent when there are none. Epoch seconds. */
    nextRowTime?: number;
    /** When the last are due. Epoch seconds. */
    lastRowTime: number;
}

export interface RefusedExample {
    /** Line of the file, the first is 1. */
    line: number;
    /** The row, or its beginning. */
    text: string;
    /** What is wrong with it. */
    message: string;
}

export type RefusedFor = | "MALFORMED" | "TRUNCATED" | "TOO_LONG" | "BAD_UTF8" | "COLUMN_COUNT" | "NO_THING" | "BAD_TIME" | "FUTURE" | "OUT_OF_ORDER" | "DUPLICATE" | "UNKNOWN_METRIC" | "NO_VALUE" | "WRONG_TYPE" | "NOT_FINITE" | "NEGATIVE" | "NOT_WHOLE" | "HUGE" | "TOO_MANY";

export interface RefusedRows {
    /** Why. */
    reason: RefusedFor;
    /** How many rows or single values. */
    count: number;
    /** What to do. */
    advice: string;
    /** The first of them. */
    examples: RefusedExample[];
}

export interface RegisterCACertificateRequest {
    /** The CA certificate as PEM. */
    caCertificate: string;
    /** A certificate of the CA whose common name is the registration code. Needed unless the mode is SNI_ONLY. */
    verificationCertificate?: string;
    /** ACTIVE at once, not INACTIVE. */
    setAsActive?: boolean;
    /** Devices may register by connecting. */
    allowAutoRegistration?: boolean;
    /** What is provisioned when a device of the CA connects first. */
    registrationConfig?: RegistrationConfig;
    /** Tags of the CA certificate. */
    tags?: Tag[];
    /** DEFAULT when absent. Device certificates get the mode of their CA. */
    certificateMode?: CertificateMode;
}

export interface RegisterCertificateRequest {
    /** The device's certificate as PEM, without its chain. */
    certificatePem: string;
    /** The CA certificate that signed it, as PEM: needed when several have its subject. */
    caCertificatePem?: string;
    /** ACTIVE at once, not INACTIVE; status says the same. @deprecated */
    setAsActive?: boolean;
    /** ACTIVE, INACTIVE or REVOKED; INACTIVE when absent. */
    status?: CertificateStatus;
}

export interface RegisterCertificateResponse {
    /** The certificate's ARN. */
    certificateArn: string;
    /** The certificate's id: the SHA-256 of its DER. */
    certificateId: string;
}

export interface RegisterCertificateWithoutCARequest {
    /** The device's certificate as PEM, without its chain. */
    certificatePem: string;
    /** ACTIVE, INACTIVE or REVOKED; INACTIVE when absent. */
    status?: CertificateStatus;
}

export interface RegistrationConfig {
    /** What is provisioned, as JSON text. */
    templateBody?: string;
    /** The role that may provision it. */
    roleArn?: string;
    /** A provisioning template, by name. */
    templateName?: string;
}

export interface RemoveRecordingResponse {
    /** Values that will not be fed now. */
    valuesLeft: number;
}

export interface RemoveThingFromThingGroupRequest {
    /** The group, by name. */
    thingGroupName?: string;
    /** The group, by ARN. */
    thingGroupArn?: string;
    /** The thing, by name. */
    thingName?: string;
    /** The thing, by ARN. */
    thingArn?: string;
}

export type RemoveThingFromThingGroupResponse = Record<string, never>;

export interface ReplaceDefaultPolicyVersionParams {
    /** The template of the new version. Only BLANK_POLICY exists. */
    templateName: PolicyTemplateName;
}

export interface ResetSessionRequest {
    /** Seed of the new session; the present one if absent. */
    seed?: number;
    /** When virtual time begins. Epoch seconds. */
    start?: number;
    /** Region in ARNs. */
    region?: string;
    /** Account in ARNs, 12 digits. */
    account?: string;
}

export interface ResourceIdentifier {
    /** A device certificate. */
    deviceCertificateId?: string;
    /** A CA certificate. */
    caCertificateId?: string;
    /** An identity pool of Amazon Cognito. */
    cognitoIdentityPoolId?: string;
    /** A client id. */
    clientId?: string;
    /** A version of a policy. */
    policyVersionIdentifier?: PolicyVersionIdentifier;
    /** The account. */
    account?: string;
    /** An IAM role. */
    iamRoleArn?: string;
    /** A role alias. */
    roleAliasArn?: string;
    /** The certificate of an issuer. */
    issuerCertificateIdentifier?: IssuerCertificateIdentifier;
    /** A device certificate, by its ARN. */
    deviceCertificateArn?: string;
}

export type ResourceType = | "DEVICE_CERTIFICATE" | "CA_CERTIFICATE" | "IOT_POLICY" | "COGNITO_IDENTITY_POOL" | "CLIENT_ID" | "ACCOUNT_SETTINGS" | "ROLE_ALIAS" | "IAM_ROLE" | "ISSUER_CERTIFICATE";

export type RewindRequest = ExactlyOne<{
    /** The moment to go back to. Epoch seconds. */
    time: number;
    /** Go to the moment just before this journaled call. */
    beforeEntryId: number;
}>;

export interface RoleAliasDescription {
    /** The alias's name. */
    roleAlias: string;
    /** The alias's ARN. */
    roleAliasArn: string;
    /** The role the alias stands for. */
    roleArn: string;
    /** The account. */
    owner: string;
    /** How long credentials last. */
    credentialDurationSeconds: number;
    /** When it was created. Epoch seconds. */
    creationDate: number;
    /** When it last changed. Epoch seconds. */
    lastModifiedDate: number;
}

export interface RoleDescription {
    /** The role's ARN. */
    roleArn: string;
    /** The role's name. */
    roleName: string;
    /** Who may assume the role. */
    trustPolicy: Json;
    /** What the role may do: its own documents, by name. */
    permissionPolicies: Record<string, Json>;
    /** AWS managed policies attached to it. */
    managedPolicyArns: string[];
    /** When it was created. Epoch seconds. */
    creationDate: number;
    /** When it last changed. Epoch seconds. */
    lastModifiedDate: number;
}

export interface ScheduleCallRequest {
    /** The operation to call: one that changes the account. */
    operation: string;
    /** Its input: an object with all members, also those of path and query. */
    body: Json;
    /** When it first runs, from now; 0 when absent. */
    inSeconds?: number;
    /** How long after one run the next follows. */
    everySeconds?: number;
    /** How often it runs; once when absent. */
    times?: number;
}

export interface ScheduleCallResponse {
    /** Names it for CancelScheduledCall. */
    scheduledCallId: string;
}

export interface ScheduledAuditMetadata {
    /** The scheduled audit's name. */
    scheduledAuditName: string;
    /** Its ARN. */
    scheduledAuditArn: string;
    /** How often it takes place. */
    frequency: AuditFrequency;
    /** For MONTHLY: on which day. */
    dayOfMonth?: string;
    /** For WEEKLY and BIWEEKLY. */
    dayOfWeek?: DayOfWeek;
}

export interface ScheduledCall {
    id: string;
    operation: string;
    body: Json;
    everySeconds: number;
    runsLeft: number;
    runsDone: number;
    entryId: number;
}

export interface SearchIndexRequest {
    /** AWS_Things, which is meant when absent, or AWS_ThingGroups. */
    indexName?: string;
    /** What to search for. */
    queryString: string;
    /** Where the previous page ended. */
    nextToken?: string;
    /** Items of a page at most; 100 when absent, which is the most. */
    maxResults?: number;
    /** The version of the query language: 2017-09-30. */
    queryVersion?: string;
}

export interface SearchIndexResponse {
    /** Absent on the last page. */
    nextToken?: string;
    /** The things found, by name. */
    things?: ThingDocument[];
    /** The thing groups found, by name. */
    thingGroups?: ThingGroupDocument[];
}

export interface SecurityProfileIdentifier {
    /** The profile's name. */
    name: string;
    /** The profile's ARN. */
    arn: string;
}

export interface SecurityProfileTarget {
    /** The target's ARN. */
    arn: string;
}

export interface SecurityProfileTargetMapping {
    /** The profile. */
    securityProfileIdentifier: SecurityProfileIdentifier;
    /** The target that it is attached to. */
    target: SecurityProfileTarget;
}

export interface SessionDocument {
    /** The session file. */
    session: Json;
}

export interface SetDefaultPolicyVersionRequest {
    /** The policy's name. */
    policyName: string;
    /** The version's number. */
    policyVersionId: string;
}

export type SetDefaultPolicyVersionResponse = Record<string, never>;

export interface SetLoggingOptionsRequest {
    /** The options. */
    loggingOptionsPayload: LoggingOptionsPayload;
}

export type SetLoggingOptionsResponse = Record<string, never>;

export interface SetV2LoggingLevelRequest {
    /** What gets the level. */
    logTarget: LogTarget;
    /** The level. */
    logLevel: LogLevel;
}

export type SetV2LoggingLevelResponse = Record<string, never>;

export interface SetV2LoggingOptionsRequest {
    /** The role that writes the logs. Needed the first time. */
    roleArn?: string;
    /** The level for what has none of its own. */
    defaultLogLevel?: LogLevel;
    /** Whether nothing is logged; false when absent. */
    disableAllLogs?: boolean;
    /** Settings of single kinds of events; they replace all there are. */
    eventConfigurations?: LogEventConfiguration[];
}

export type SetV2LoggingOptionsResponse = Record<string, never>;

export interface SettingDescription {
    /** The setting's name. */
    name: string;
    /** The value in force. */
    value: string;
    /** The value unless set. */
    defaultValue: string;
    /** "a|b", or "low..high". */
    choices: string;
    /** What it decides, and why one would change it. */
    doc: string;
}

export interface StartAttackRequest {
    /** What happens. */
    kind: AttackKind;
    /** The fleet it happens to. */
    fleetName: string;
    /** Its devices that are attacked; instead of deviceCount. */
    thingNames?: string[];
    /** How many of its devices, drawn by chance; 1 when absent. */
    deviceCount?: number;
    /** How strong it is; 100 when absent. */
    strengthPercent?: number;
    /** When it begins, from now; 0 when absent. It acts on whole slots of five minutes, from the first that begins then. */
    startsInSeconds?: number;
    /** How long; until StopAttack when absent. */
    durationSeconds?: number;
}

export interface StartAuditMitigationActionsTaskRequest {
    /** The task's id. */
    taskId: string;
    /** The findings: those of an audit (auditTaskId), or a list (findingIds). */
    target: AuditMitigationActionsTaskTarget;
    /** By check: the actions for its findings, 1 to 5, in order. */
    auditCheckToActionsMapping: Record<string, string[]>;
    /** Makes the call safe to repeat: the same task and token start nothing anew. Filled in when it is absent. */
    clientRequestToken?: string;
}

export interface StartAuditMitigationActionsTaskResponse {
    /** The task's id. */
    taskId: string;
}

export interface StartDetectMitigationActionsTaskRequest {
    /** The task's id. */
    taskId: string;
    /** The violations: by ids, or all of one behavior. */
    target: DetectMitigationActionsTaskTarget;
    /** Mitigation actions, in the order they apply. */
    actions: string[];
    /** Only violations with an event in this time; all retained when absent. */
    violationEventOccurrenceRange?: ViolationEventOccurrenceRange;
    /** Only violations that are still in alarm. */
    includeOnlyActiveViolations?: boolean;
    /** Also violations of behaviors with suppressed alerts. */
    includeSuppressedAlerts?: boolean;
    /** With the same token, the same task again is started once. Filled in when it is absent. */
    clientRequestToken?: string;
}

export interface StartDetectMitigationActionsTaskResponse {
    /** The task's id. */
    taskId: string;
}

export interface StartOnDemandAuditTaskRequest {
    /** The checks to perform; each must be enabled. */
    targetCheckNames: string[];
}

export interface StartOnDemandAuditTaskResponse {
    /** The audit's id. */
    taskId: string;
}

export interface StatisticalThreshold {
    /** The percentile of all devices that each one is compared with. */
    statistic?: string;
}

export interface StopAttackRequest {
    /** What StartAttack answered. */
    attackId: string;
}

export interface StopFleetResponse {
    /** From then on its devices have no values. Epoch seconds. */
    endTime: number;
    /** Attacks on it that end with it. */
    attacksEnded: number;
}

export interface TableSize {
    /** The table's name. */
    name: string;
    /** How many rows it has. */
    rows: number;
}

export interface Tag {
    /** The tag's key. */
    Key: string;
    /** The tag's value. */
    Value?: string;
}

export interface TagResourceRequest {
    /** The resource that has the tags. */
    resourceArn: string;
    /** Tags to set; others stay as they are. */
    tags: Tag[];
}

export type TagResourceResponse = Record<string, never>;

export type TargetFieldOrder = | "LatLon" | "LonLat";

export interface TaskStatistics {
    /** Checks of the audit. */
    totalChecks: number;
    /** That run. */
    inProgressChecks: number;
    /** That were enabled too recently to have data. */
    waitingForDataCollectionChecks: number;
    /** That found nothing. */
    compliantChecks: number;
    /** That found something. */
    nonCompliantChecks: number;
    /** That could not run. */
    failedChecks: number;
    /** That were canceled. */
    canceledChecks: number;
}

export interface TaskStatisticsForAuditCheck {
    /** Findings of the target. */
    totalFindingsCount?: number;
    /** Those with an action that failed. */
    failedFindingsCount?: number;
    /** Those whose actions all succeeded. */
    succeededFindingsCount?: number;
    /** Those left out: by the filter, suppressed, or without actions. */
    skippedFindingsCount?: number;
    /** Those the task was canceled before. */
    canceledFindingsCount?: number;
}

export interface TextEdit {
    /** First byte that is replaced. */
    begin: number;
    /** The byte behind the last. */
    end: number;
    /** What stands there then. */
    text: string;
}

export interface ThingAttribute {
    /** The thing's name. */
    thingName: string;
    /** The thing's type. */
    thingTypeName?: string;
    /** The thing's ARN. */
    thingArn: string;
    /** The thing's attributes. */
    attributes: Record<string, string>;
    /** 1 at creation, one more with each update. */
    version: number;
}

export interface ThingConnectivity {
    /** Whether it is connected. */
    connected?: boolean;
    /** When it last connected or disconnected, in milliseconds. */
    timestamp?: number;
    /** Why it is disconnected. */
    disconnectReason?: string;
}

export type ThingConnectivityIndexingMode = | "OFF" | "STATUS";

export interface ThingDocument {
    /** The thing's name. */
    thingName: string;
    /** The thing's id. */
    thingId: string;
    /** The thing's type. */
    thingTypeName?: string;
    /** The groups it is in. */
    thingGroupNames?: string[];
    /** The thing's attributes. */
    attributes?: Record<string, string>;
    /** The thing's shadow; not modelled. */
    shadow?: string;
    /** The thing's violations, as JSON in a text. */
    deviceDefender?: string;
    /** Whether the thing is connected. */
    connectivity?: ThingConnectivity;
}

export interface ThingGroupDocument {
    /** The group's name. */
    thingGroupName: string;
    /** The group's id. */
    thingGroupId: string;
    /** The group's description. */
    thingGroupDescription?: string;
    /** The group's attributes. */
    attributes?: Record<string, string>;
    /** All groups above, the topmost first. */
    parentGroupNames?: string[];
}

export interface ThingGroupIndexingConfiguration {
    /** Whether thing groups are indexed. */
    thingGroupIndexingMode: ThingGroupIndexingMode;
    /** Fields whose types the service knows. They cannot be changed. */
    managedFields?: Field[];
    /** Fields of your own, with the type their values are compared as. */
    customFields?: Field[];
}

export type ThingGroupIndexingMode = | "OFF" | "ON";

export interface ThingGroupMetadata {
    /** The group right above. */
    parentGroupName?: string;
    /** All groups above, the topmost first. */
    rootToParentThingGroups?: GroupNameAndArn[];
    /** When the group was created. Epoch seconds. */
    creationDate: number;
}

export interface ThingGroupProperties {
    /** What the group is for. */
    thingGroupDescription?: string;
    /** The group's attributes. */
    attributePayload?: AttributePayload;
}

export interface ThingIndexingConfiguration {
    /** Whether things are indexed, and with their shadows. */
    thingIndexingMode: ThingIndexingMode;
    /** Whether connectivity is in the index. */
    thingConnectivityIndexingMode?: ThingConnectivityIndexingMode;
    /** Whether violations are in the index. */
    deviceDefenderIndexingMode?: DeviceDefenderIndexingMode;
    /** Whether named shadows are in the index. */
    namedShadowIndexingMode?: NamedShadowIndexingMode;
    /** Fields whose types the service knows. They cannot be changed. */
    managedFields?: Field[];
    /** Fields of your own, with the type their values are compared as. */
    customFields?: Field[];
    /** Which named shadows and places are in the index. */
    filter?: IndexingFilter;
}

export type ThingIndexingMode = | "OFF" | "REGISTRY" | "REGISTRY_AND_SHADOW";

export type ThingPrincipalType = | "EXCLUSIVE_THING" | "NON_EXCLUSIVE_THING";

export interface ThingTypeDefinition {
    /** The type's name. */
    thingTypeName: string;
    /** The type's ARN. */
    thingTypeArn: string;
    /** The type's description and searchable attributes. */
    thingTypeProperties: ThingTypeProperties;
    /** When it was made, and whether it is deprecated. */
    thingTypeMetadata: ThingTypeMetadata;
}

export interface ThingTypeMetadata {
    /** Whether no more things can have the type. */
    deprecated: boolean;
    /** Since when. Epoch seconds. */
    deprecationDate?: number;
    /** When the type was created. Epoch seconds. */
    creationDate: number;
}

export interface ThingTypeProperties {
    /** What the type is for. */
    thingTypeDescription?: string;
    /** Attributes to search things by, three at most. */
    searchableAttributes?: string[];
    /** How MQTT 5 messages of the type's things are enriched. */
    mqtt5Configuration?: Mqtt5Configuration;
}

export type TimeUnit = | "SECONDS" | "MILLISECONDS";

export interface TransferData {
    /** What the sender says. */
    transferMessage?: string;
    /** Why it was rejected. */
    rejectReason?: string;
    /** When it was sent. Epoch seconds. */
    transferDate?: number;
    /** When it was accepted. Epoch seconds. */
    acceptDate?: number;
    /** When it was rejected. Epoch seconds. */
    rejectDate?: number;
}

export interface UndoEntryRequest {
    /** The call to take out. */
    entryId: number;
}

export interface UndoEntryResponse {
    /** The virtual time now. Epoch seconds. */
    now: number;
    /** Later calls that no longer succeed, each with the reason. */
    failedEntries: JournalEntry[];
}

export interface UntagResourceRequest {
    /** The resource that has the tags. */
    resourceArn: string;
    /** Keys of the tags to remove. */
    tagKeys: string[];
}

export type UntagResourceResponse = Record<string, never>;

export interface UpdateAccountAuditConfigurationRequest {
    /** The role audits read the account with; the first call must have it. */
    roleArn?: string;
    /** Who is told when an audit ends. */
    auditNotificationTargetConfigurations?: Record<string, AuditNotificationTarget>;
    /** Checks to turn on, off or adjust; the others stay as they are. */
    auditCheckConfigurations?: Record<string, AuditCheckConfiguration>;
}

export type UpdateAccountAuditConfigurationResponse = Record<string, never>;

export interface UpdateAuditSuppressionRequest {
    /** The check whose findings are suppressed. */
    checkName: string;
    /** The resource the findings are about. */
    resourceIdentifier: ResourceIdentifier;
    /** The new end; a suppression without an end gets one. Epoch seconds. */
    expirationDate?: number;
    /** True takes the end away. */
    suppressIndefinitely?: boolean;
    /** The new description; absent keeps it. */
    description?: string;
}

export type UpdateAuditSuppressionResponse = Record<string, never>;

export interface UpdateCACertificateRequest {
    /** The CA certificate's id. */
    certificateId: string;
    /** ACTIVE or INACTIVE. */
    newStatus?: CACertificateStatus;
    /** Whether devices may register by connecting. */
    newAutoRegistrationStatus?: AutoRegistrationStatus;
    /** What is provisioned when a device of the CA connects first. */
    registrationConfig?: RegistrationConfig;
    /** Takes the registration configuration away, and disables it. */
    removeAutoRegistration?: boolean;
}

export interface UpdateCertificateParams {
    /** What to do with the certificate. Only DEACTIVATE exists. */
    action: CertificateUpdateAction;
}

export interface UpdateCertificateRequest {
    /** The certificate's id: the SHA-256 of its DER. */
    certificateId: string;
    /** ACTIVE, INACTIVE or REVOKED. */
    newStatus: CertificateStatus;
}

export interface UpdateCustomMetricRequest {
    /** The metric's name; it cannot begin with aws:. */
    metricName: string;
    /** The new name that people see. */
    displayName: string;
}

export interface UpdateCustomMetricResponse {
    /** The metric's name. */
    metricName: string;
    /** The metric's ARN. */
    metricArn: string;
    /** What its values are. */
    metricType: CustomMetricType;
    /** The name that people see. */
    displayName?: string;
    /** When the metric was created. Epoch seconds. */
    creationDate: number;
    /** When it was last changed. Epoch seconds. */
    lastModifiedDate: number;
}

export interface UpdateDimensionRequest {
    /** The dimension's name. */
    name: string;
    /** All topic filters from now on. */
    stringValues: string[];
}

export interface UpdateDimensionResponse {
    /** The dimension's name. */
    name: string;
    /** The dimension's ARN. */
    arn: string;
    /** What its values are. */
    type: DimensionType;
    /** Its topic filters. */
    stringValues: string[];
    /** When the dimension was created. Epoch seconds. */
    creationDate: number;
    /** When it was last changed. Epoch seconds. */
    lastModifiedDate: number;
}

export interface UpdateDynamicThingGroupRequest {
    /** The group's name. It cannot be changed later. */
    thingGroupName: string;
    /** What changes; members left out keep their value. */
    thingGroupProperties: ThingGroupProperties;
    /** Refuses the update unless the group is at this version. */
    expectedVersion?: number;
    /** The index to ask: AWS_Things, which is also meant when it is absent. */
    indexName?: string;
    /** Which things are members. */
    queryString?: string;
    /** The version of the query language: 2017-09-30. */
    queryVersion?: string;
}

export interface UpdateDynamicThingGroupResponse {
    /** The group's new version. */
    version: number;
}

export interface UpdateIndexingConfigurationRequest {
    /** Replaces what is indexed of things; absent: stays. */
    thingIndexingConfiguration?: ThingIndexingConfiguration;
    /** Replaces what is indexed of thing groups; absent: stays. */
    thingGroupIndexingConfiguration?: ThingGroupIndexingConfiguration;
}

export type UpdateIndexingConfigurationResponse = Record<string, never>;

export interface UpdateMitigationActionRequest {
    /** The action's name. */
    actionName: string;
    /** The new role; absent keeps it. */
    roleArn?: string;
    /** The new parameters, replacing all present ones; absent keeps them. */
    actionParams?: MitigationActionParams;
}

export interface UpdateMitigationActionResponse {
    /** The action's ARN. */
    actionArn: string;
    /** The action's id, unique for all time. */
    actionId: string;
}

export interface UpdateRoleAliasRequest {
    /** The alias's name. */
    roleAlias: string;
    /** The role the alias is to stand for. */
    roleArn?: string;
    /** How long credentials are to last. */
    credentialDurationSeconds?: number;
}

export interface UpdateRoleAliasResponse {
    /** The alias's name. */
    roleAlias: string;
    /** The alias's ARN. */
    roleAliasArn: string;
}

export interface UpdateScheduledAuditRequest {
    /** How often; another frequency forgets the day of the former. */
    frequency?: AuditFrequency;
    /** For MONTHLY: the day, or LAST. */
    dayOfMonth?: string;
    /** For WEEKLY and BIWEEKLY. */
    dayOfWeek?: DayOfWeek;
    /** The checks to perform, replacing the present ones. */
    targetCheckNames?: string[];
    /** The scheduled audit's name. */
    scheduledAuditName: string;
}

export interface UpdateScheduledAuditResponse {
    /** The scheduled audit's ARN. */
    scheduledAuditArn: string;
}

export interface UpdateSecurityProfileRequest {
    /** The profile's name. */
    securityProfileName: string;
    /** The new description; absent keeps it. */
    securityProfileDescription?: string;
    /** All behaviors from now on; absent keeps them. */
    behaviors?: Behavior[];
    /** All targets from now on; absent keeps them. */
    alertTargets?: Record<string, AlertTarget>;
    /** Metrics to keep, from now on. Use additionalMetricsToRetainV2. @deprecated */
    additionalMetricsToRetain?: string[];
    /** Metrics to keep, from now on; absent keeps the list. */
    additionalMetricsToRetainV2?: MetricToRetain[];
    /** Takes all behaviors away; then none may be given. */
    deleteBehaviors?: boolean;
    /** Takes all alert targets away; then none may be given. */
    deleteAlertTargets?: boolean;
    /** Takes both lists of metrics to keep away; then neither may be given. */
    deleteAdditionalMetricsToRetain?: boolean;
    /** Refuses the update unless the profile is at it. */
    expectedVersion?: number;
    /** The new place for exported values; absent keeps it. */
    metricsExportConfig?: MetricsExportConfig;
    /** Takes the place for exported values away; then none may be given. */
    deleteMetricsExportConfig?: boolean;
}

export interface UpdateSecurityProfileResponse {
    /** The profile's name. */
    securityProfileName: string;
    /** The profile's ARN. */
    securityProfileArn: string;
    /** What the profile is for. */
    securityProfileDescription?: string;
    /** What is normal for devices of the profile. */
    behaviors?: Behavior[];
    /** Where alarms are published to. */
    alertTargets?: Record<string, AlertTarget>;
    /** Metrics to keep, as they were given there. @deprecated */
    additionalMetricsToRetain?: string[];
    /** Metrics to keep beside those of behaviors. */
    additionalMetricsToRetainV2?: MetricToRetain[];
    /** 1 when created, and one more with each update. */
    version: number;
    /** When the profile was created. Epoch seconds. */
    creationDate: number;
    /** When it was last changed. Epoch seconds. */
    lastModifiedDate: number;
    /** Where exported metric values are published to. */
    metricsExportConfig?: MetricsExportConfig;
}

export interface UpdateThingGroupRequest {
    /** The group's name. It cannot be changed later. */
    thingGroupName: string;
    /** What changes; members left out keep their value. */
    thingGroupProperties: ThingGroupProperties;
    /** Refuses the update unless the group is at this version. */
    expectedVersion?: number;
}

export interface UpdateThingGroupResponse {
    /** The group's new version. */
    version: number;
}

export interface UpdateThingGroupsForThingRequest {
    /** The thing whose groups change. */
    thingName?: string;
    /** Groups the thing joins. */
    thingGroupsToAdd?: string[];
    /** Groups the thing leaves; it leaves before it joins. */
    thingGroupsToRemove?: string[];
    /** Whether the thing may leave a dynamic group to make room. */
    overrideDynamicGroups?: boolean;
}

export type UpdateThingGroupsForThingResponse = Record<string, never>;

export interface UpdateThingRequest {
    /** The thing's name. It cannot be changed later. */
    thingName: string;
    /** The thing's new type. */
    thingTypeName?: string;
    /** Attributes that replace the present ones, or are merged into them. */
    attributePayload?: AttributePayload;
    /** Refuses the update unless the thing is at this version. */
    expectedVersion?: number;
    /** Takes the type away. */
    removeThingType?: boolean;
}

export type UpdateThingResponse = Record<string, never>;

export interface UpdateThingTypeRequest {
    /** The type's name. It cannot be changed. */
    thingTypeName: string;
    /** What changes; members left out keep their value. */
    thingTypeProperties?: ThingTypeProperties;
}

export type UpdateThingTypeResponse = Record<string, never>;

export interface ValidateSecurityProfileBehaviorsRequest {
    /** The behaviors to look at. */
    behaviors: Behavior[];
}

export interface ValidateSecurityProfileBehaviorsResponse {
    /** Whether a profile may have them. */
    valid: boolean;
    /** All that is wrong, in the order of the behaviors. */
    validationErrors: ValidationError[];
}

export interface ValidationError {
    /** "Behavior NAME is malformed.", and why. */
    errorMessage: string;
}

export type ValueKind = | "count" | "cidrs" | "ports" | "number" | "numbers" | "strings";

export type VerificationState = | "FALSE_POSITIVE" | "BENIGN_POSITIVE" | "TRUE_POSITIVE" | "UNKNOWN";

export interface ViolationEvent {
    /** The violation's id: the same when the alarm is raised and when it ends. */
    violationId: string;
    /** The device: a thing, or a client id that is not registered. */
    thingName: string;
    /** The profile whose behavior was violated. */
    securityProfileName: string;
    /** The behavior, as it was at that time. */
    behavior: Behavior;
    /** The value that raised or ended the alarm. */
    metricValue?: MetricValue;
    /** What else is known, of a learned behavior. */
    violationEventAdditionalInfo?: ViolationEventAdditionalInfo;
    /** Whether the alarm was raised, cleared or given up. */
    violationEventType: ViolationEventType;
    /** What a person found out about the violation. */
    verificationState?: VerificationState;
    /** What a person wrote about the violation. */
    verificationStateDescription?: string;
    /** When it happened. Epoch seconds. */
    violationEventTime: number;
}

export interface ViolationEventAdditionalInfo {
    /** The level whose threshold was passed, of a learned behavior. */
    confidenceLevel?: ConfidenceLevel;
}

export interface ViolationEventOccurrenceRange {
    /** The earliest time of an event. Epoch seconds. */
    startTime: number;
    /** The latest time of an event. Epoch seconds. */
    endTime: number;
}

export type ViolationEventType = | "in-alarm" | "alarm-cleared" | "alarm-invalidated";

export interface WriteCallRequest {
    /** Name of the operation. */
    operation: string;
    /** Its members; none if absent. */
    input?: Json;
    /** The tool that the text is for. */
    format: CallFormat;
    /** Where the tool sends the call; AWS itself if absent. */
    endpoint?: string;
}

export interface WriteCallResponse {
    /** The call, to paste. */
    text: string;
}

/** Every operation, of the service and of Picket itself, with what goes in and what comes out. */
export interface Operations {
    /** Registers a thing. The same definition again succeeds; another one under the same name does not. */
    CreateThing: { input: CreateThingRequest; output: CreateThingResponse };
    /** Tells what the registry knows about a thing. */
    DescribeThing: { input: DescribeThingRequest; output: DescribeThingResponse };
    /** Lists things by name, optionally those of a type or with an attribute. */
    ListThings: { input: ListThingsRequest; output: ListThingsResponse };
    /** Changes a thing's type and attributes; its version grows by one. */
    UpdateThing: { input: UpdateThingRequest; output: UpdateThingResponse };
    /** Removes a thing from the registry and from its groups. */
    DeleteThing: { input: DeleteThingRequest; output: DeleteThingResponse };
    /** Creates a type; its things can have more attributes. */
    CreateThingType: { input: CreateThingTypeRequest; output: CreateThingTypeResponse };
    /** Tells what a type is. */
    DescribeThingType: { input: DescribeThingTypeRequest; output: DescribeThingTypeResponse };
    /** Lists types by name. */
    ListThingTypes: { input: ListThingTypesRequest; output: ListThingTypesResponse };
    /** Changes a type's properties; those left out stay. */
    UpdateThingType: { input: UpdateThingTypeRequest; output: UpdateThingTypeResponse };
    /** Closes a type for new things, or opens it again. */
    DeprecateThingType: { input: DeprecateThingTypeRequest; output: DeprecateThingTypeResponse };
    /** Deletes a type that has been deprecated for five minutes. */
    DeleteThingType: { input: DeleteThingTypeRequest; output: DeleteThingTypeResponse };
    /** Creates a static group, at the top or below another one. */
    CreateThingGroup: { input: CreateThingGroupRequest; output: CreateThingGroupResponse };
    /** Tells what a group is and where it stands in its hierarchy. */
    DescribeThingGroup: { input: DescribeThingGroupRequest; output: DescribeThingGroupResponse };
    /** Lists groups by name, optionally those below one or with a prefix. */
    ListThingGroups: { input: ListThingGroupsRequest; output: ListThingGroupsResponse };
    /** Changes a group's description and attributes; its version grows by one. */
    UpdateThingGroup: { input: UpdateThingGroupRequest; output: UpdateThingGroupResponse };
    /** Deletes a group without children; its things stay registered. */
    DeleteThingGroup: { input: DeleteThingGroupRequest; output: DeleteThingGroupResponse };
    /** Puts a thing into a group. */
    AddThingToThingGroup: { input: AddThingToThingGroupRequest; output: AddThingToThingGroupResponse };
    /** Takes a thing out of a group. */
    RemoveThingFromThingGroup: { input: RemoveThingFromThingGroupRequest; output: RemoveThingFromThingGroupResponse };
    /** Moves a thing: it leaves some groups, then joins others. */
    UpdateThingGroupsForThing: { input: UpdateThingGroupsForThingRequest; output: UpdateThingGroupsForThingResponse };
    /** Lists the things of a group, optionally of those below it too. */
    ListThingsInThingGroup: { input: ListThingsInThingGroupRequest; output: ListThingsInThingGroupResponse };
    /** Lists the groups a thing is in. */
    ListThingGroupsForThing: { input: ListThingGroupsForThingRequest; output: ListThingGroupsForThingResponse };
    /** Creates a group whose members a query of the fleet index finds. */
    CreateDynamicThingGroup: { input: CreateDynamicThingGroupRequest; output: CreateDynamicThingGroupResponse };
    /** Changes a dynamic group; with another query its members are found anew. */
    UpdateDynamicThingGroup: { input: UpdateDynamicThingGroupRequest; output: UpdateDynamicThingGroupResponse };
    /** Deletes a dynamic group; its things stay registered. */
    DeleteDynamicThingGroup: { input: DeleteDynamicThingGroupRequest; output: DeleteDynamicThingGroupResponse };
    /** Tells what of things and groups is in the fleet index. */
    GetIndexingConfiguration: { input: GetIndexingConfigurationRequest; output: GetIndexingConfigurationResponse };
    /** Turns the indexes of things and of groups on and off. */
    UpdateIndexingConfiguration: { input: UpdateIndexingConfigurationRequest; output: UpdateIndexingConfigurationResponse };
    /** Finds the things or groups that match a query. */
    SearchIndex: { input: SearchIndexRequest; output: SearchIndexResponse };
    /** Tells what is logged, and with which role. */
    GetV2LoggingOptions: { input: GetV2LoggingOptionsRequest; output: GetV2LoggingOptionsResponse };
    /** Sets what is logged, and with which role. */
    SetV2LoggingOptions: { input: SetV2LoggingOptionsRequest; output: SetV2LoggingOptionsResponse };
    /** Tells the logging options of the older kind. */
    GetLoggingOptions: { input: GetLoggingOptionsRequest; output: GetLoggingOptionsResponse };
    /** Sets the logging options of the older kind. */
    SetLoggingOptions: { input: SetLoggingOptionsRequest; output: SetLoggingOptionsResponse };
    /** Gives a group, client, address or principal a log level of its own. */
    SetV2LoggingLevel: { input: SetV2LoggingLevelRequest; output: SetV2LoggingLevelResponse };
    /** Lists the targets with log levels of their own, and the default level. */
    ListV2LoggingLevels: { input: ListV2LoggingLevelsRequest; output: ListV2LoggingLevelsResponse };
    /** Removes the log level of a target. */
    DeleteV2LoggingLevel: { input: DeleteV2LoggingLevelRequest; output: DeleteV2LoggingLevelResponse };
    /** Attaches a certificate or a Cognito identity to a thing. */
    AttachThingPrincipal: { input: AttachThingPrincipalRequest; output: Empty };
    /** Detaches a principal from a thing. */
    DetachThingPrincipal: { input: DetachThingPrincipalRequest; output: Empty };
    /** Lists the principals of a thing. */
    ListThingPrincipals: { input: ListThingPrincipalsRequest; output: ListThingPrincipalsResponse };
    /** Lists the things of a principal. */
    ListPrincipalThings: { input: ListPrincipalThingsRequest; output: ListPrincipalThingsResponse };
    /** Makes a certificate with a key pair of 2048 bits. The keys are published demo keys. */
    CreateKeysAndCertificate: { input: CreateKeysAndCertificateRequest; output: CreateKeysAndCertificateResponse };
    /** Makes a certificate for the key of a signing request; each call makes another one. */
    CreateCertificateFromCsr: { input: CreateCertificateFromCsrRequest; output: CreateCertificateFromCsrResponse };
    /** Registers a device certificate that a registered CA issued. */
    RegisterCertificate: { input: RegisterCertificateRequest; output: RegisterCertificateResponse };
    /** Registers a device certificate whoever issued it; its mode is SNI_ONLY. */
    RegisterCertificateWithoutCA: { input: RegisterCertificateWithoutCARequest; output: RegisterCertificateResponse };
    /** Tells what is known about a certificate, its PEM included. */
    DescribeCertificate: { input: DescribeCertificateRequest; output: DescribeCertificateResponse };
    /** Lists certificates, the newest first. */
    ListCertificates: { input: ListCertificatesRequest; output: ListCertificatesResponse };
    /** Lists the certificates that were registered under a CA, the newest first. */
    ListCertificatesByCA: { input: ListCertificatesByCARequest; output: ListCertificatesResponse };
    /** Changes a certificate's status. What is REVOKED stays so. */
    UpdateCertificate: { input: UpdateCertificateRequest; output: Empty };
    /** Deletes a certificate that is not ACTIVE and has nothing attached. */
    DeleteCertificate: { input: DeleteCertificateRequest; output: Empty };
    /** Registers a CA certificate, so that certificates it issued can be registered. */
    RegisterCACertificate: { input: RegisterCACertificateRequest; output: RegisterCertificateResponse };
    /** Tells what is known about a CA certificate, its PEM included. */
    DescribeCACertificate: { input: DescribeCACertificateRequest; output: DescribeCACertificateResponse };
    /** Lists CA certificates, the newest first, optionally those of a template. */
    ListCACertificates: { input: ListCACertificatesRequest; output: ListCACertificatesResponse };
    /** Changes a CA certificate's status and automatic registration. */
    UpdateCACertificate: { input: UpdateCACertificateRequest; output: Empty };
    /** Deletes a CA certificate that is INACTIVE. */
    DeleteCACertificate: { input: DescribeCACertificateRequest; output: Empty };
    /** Tells the account's registration code, and makes it when there is none. */
    GetRegistrationCode: { input: Empty; output: GetRegistrationCodeResponse };
    /** Deletes the account's registration code. */
    DeleteRegistrationCode: { input: Empty; output: Empty };
    /** Defines an action that mitigation tasks can apply. The same definition again succeeds. */
    CreateMitigationAction: { input: CreateMitigationActionRequest; output: CreateMitigationActionResponse };
    /** Tells what a mitigation action does, and since when. */
    DescribeMitigationAction: { input: DescribeMitigationActionRequest; output: DescribeMitigationActionResponse };
    /** Changes a mitigation action's role or parameters. */
    UpdateMitigationAction: { input: UpdateMitigationActionRequest; output: UpdateMitigationActionResponse };
    /** Deletes a mitigation action; a name that is absent succeeds. */
    DeleteMitigationAction: { input: DeleteMitigationActionRequest; output: DeleteMitigationActionResponse };
    /** Lists mitigation actions, the newest first, optionally of one kind. */
    ListMitigationActions: { input: ListMitigationActionsRequest; output: ListMitigationActionsResponse };
    /** Defines what is normal for devices, and which metrics are kept. */
    CreateSecurityProfile: { input: CreateSecurityProfileRequest; output: CreateSecurityProfileResponse };
    /** Tells all about a security profile but its targets. */
    DescribeSecurityProfile: { input: DescribeSecurityProfileRequest; output: DescribeSecurityProfileResponse };
    /** Replaces parts of a security profile; its version grows by one. */
    UpdateSecurityProfile: { input: UpdateSecurityProfileRequest; output: UpdateSecurityProfileResponse };
    /** Deletes a security profile; a name that is absent succeeds. */
    DeleteSecurityProfile: { input: DeleteSecurityProfileRequest; output: DeleteSecurityProfileResponse };
    /** Lists security profiles by name, optionally those that use a metric or a dimension. */
    ListSecurityProfiles: { input: ListSecurityProfilesRequest; output: ListSecurityProfilesResponse };
    /** Tells what is wrong with behaviors, without storing anything. */
    ValidateSecurityProfileBehaviors: { input: ValidateSecurityProfileBehaviorsRequest; output: ValidateSecurityProfileBehaviorsResponse };
    /** Applies a security profile to a group or to all devices; again succeeds. */
    AttachSecurityProfile: { input: AttachSecurityProfileRequest; output: AttachSecurityProfileResponse };
    /** Takes a security profile off a target. */
    DetachSecurityProfile: { input: DetachSecurityProfileRequest; output: DetachSecurityProfileResponse };
    /** Lists what a security profile is attached to. */
    ListTargetsForSecurityProfile: { input: ListTargetsForSecurityProfileRequest; output: ListTargetsForSecurityProfileResponse };
    /** Lists the security profiles of a target, optionally of the groups below, too. */
    ListSecurityProfilesForTarget: { input: ListSecurityProfilesForTargetRequest; output: ListSecurityProfilesForTargetResponse };
    /** Defines a metric that devices report themselves. */
    CreateCustomMetric: { input: CreateCustomMetricRequest; output: CreateCustomMetricResponse };
    /** Tells what the values of a custom metric are. */
    DescribeCustomMetric: { input: DescribeCustomMetricRequest; output: DescribeCustomMetricResponse };
    /** Changes the name that people see; the type stays. */
    UpdateCustomMetric: { input: UpdateCustomMetricRequest; output: UpdateCustomMetricResponse };
    /** Deletes a custom metric that no security profile uses; a name that is absent succeeds. */
    DeleteCustomMetric: { input: DeleteCustomMetricRequest; output: DeleteCustomMetricResponse };
    /** Lists custom metrics by name. */
    ListCustomMetrics: { input: ListCustomMetricsRequest; output: ListCustomMetricsResponse };
    /** Defines topics that metrics of behaviors can be narrowed to. */
    CreateDimension: { input: CreateDimensionRequest; output: CreateDimensionResponse };
    /** Tells the topic filters of a dimension. */
    DescribeDimension: { input: DescribeDimensionRequest; output: DescribeDimensionResponse };
    /** Replaces the topic filters of a dimension. */
    UpdateDimension: { input: UpdateDimensionRequest; output: UpdateDimensionResponse };
    /** Deletes a dimension that no security profile uses; a name that is absent succeeds. */
    DeleteDimension: { input: DeleteDimensionRequest; output: DeleteDimensionResponse };
    /** Lists dimensions by name. */
    ListDimensions: { input: ListDimensionsRequest; output: ListDimensionsResponse };
    /** Lists the alarms that are on, the newest first. */
    ListActiveViolations: { input: ListActiveViolationsRequest; output: ListActiveViolationsResponse };
    /** Lists how alarms went on and off, the newest first. */
    ListViolationEvents: { input: ListViolationEventsRequest; output: ListViolationEventsResponse };
    /** Marks a violation, with all its events, as what it turned out to be. */
    PutVerificationStateOnViolation: { input: PutVerificationStateOnViolationRequest; output: PutVerificationStateOnViolationResponse };
    /** Tells how far the models of learned behaviors are. */
    GetBehaviorModelTrainingSummaries: { input: GetBehaviorModelTrainingSummariesRequest; output: GetBehaviorModelTrainingSummariesResponse };
    /** Lists what was measured of a device: one metric, the newest value first. */
    ListMetricValues: { input: ListMetricValuesRequest; output: ListMetricValuesResponse };
    /** Starts applying mitigation actions to the devices of violations. */
    StartDetectMitigationActionsTask: { input: StartDetectMitigationActionsTaskRequest; output: StartDetectMitigationActionsTaskResponse };
    /** Tells what a Detect mitigation task is about and how far it is. */
    DescribeDetectMitigationActionsTask: { input: DescribeDetectMitigationActionsTaskRequest; output: DescribeDetectMitigationActionsTaskResponse };
    /** Stops a Detect mitigation task; what it has done stays done. */
    CancelDetectMitigationActionsTask: { input: CancelDetectMitigationActionsTaskRequest; output: CancelDetectMitigationActionsTaskResponse };
    /** Lists Detect mitigation tasks that started within a time, the newest first. */
    ListDetectMitigationActionsTasks: { input: ListDetectMitigationActionsTasksRequest; output: ListDetectMitigationActionsTasksResponse };
    /** Lists how each action of Detect mitigation tasks went. */
    ListDetectMitigationActionsExecutions: { input: ListDetectMitigationActionsExecutionsRequest; output: ListDetectMitigationActionsExecutionsResponse };
    /** Says which checks audits may use, with which role, and who is told. */
    UpdateAccountAuditConfiguration: { input: UpdateAccountAuditConfigurationRequest; output: UpdateAccountAuditConfigurationResponse };
    /** Lists all audit checks, and which of them are enabled. */
    DescribeAccountAuditConfiguration: { input: DescribeAccountAuditConfigurationRequest; output: DescribeAccountAuditConfigurationResponse };
    /** Disables all audit checks, optionally deleting the scheduled audits. */
    DeleteAccountAuditConfiguration: { input: DeleteAccountAuditConfigurationRequest; output: DeleteAccountAuditConfigurationResponse };
    /** Starts an audit with some of the enabled checks. */
    StartOnDemandAuditTask: { input: StartOnDemandAuditTaskRequest; output: StartOnDemandAuditTaskResponse };
    /** Stops an audit that is in progress. */
    CancelAuditTask: { input: CancelAuditTaskRequest; output: CancelAuditTaskResponse };
    /** Tells how far an audit is, check by check. */
    DescribeAuditTask: { input: DescribeAuditTaskRequest; output: DescribeAuditTaskResponse };
    /** Lists the audits that began in a window of time, the newest first. */
    ListAuditTasks: { input: ListAuditTasksRequest; output: ListAuditTasksResponse };
    /** Has an audit take place again and again. */
    CreateScheduledAudit: { input: CreateScheduledAuditRequest; output: CreateScheduledAuditResponse };
    /** Tells when a scheduled audit takes place, and what it checks. */
    DescribeScheduledAudit: { input: DescribeScheduledAuditRequest; output: DescribeScheduledAuditResponse };
    /** Changes when a scheduled audit takes place, or what it checks. */
    UpdateScheduledAudit: { input: UpdateScheduledAuditRequest; output: UpdateScheduledAuditResponse };
    /** Deletes a scheduled audit; the audits it started stay. */
    DeleteScheduledAudit: { input: DeleteScheduledAuditRequest; output: DeleteScheduledAuditResponse };
    /** Lists the scheduled audits, the newest first. */
    ListScheduledAudits: { input: ListScheduledAuditsRequest; output: ListScheduledAuditsResponse };
    /** Lists what an audit found, or what was found in a window of time. */
    ListAuditFindings: { input: ListAuditFindingsRequest; output: ListAuditFindingsResponse };
    /** Tells all about a finding; of related resources, ten at most. */
    DescribeAuditFinding: { input: DescribeAuditFindingRequest; output: DescribeAuditFindingResponse };
    /** Lists all resources that have to do with a finding. */
    ListRelatedResourcesForAuditFinding: { input: ListRelatedResourcesForAuditFindingRequest; output: ListRelatedResourcesForAuditFindingResponse };
    /** Has audits report a resource as suppressed, for a time or without an end. */
    CreateAuditSuppression: { input: CreateAuditSuppressionRequest; output: CreateAuditSuppressionResponse };
    /** Tells when a suppression ends, and why it is there. */
    DescribeAuditSuppression: { input: DescribeAuditSuppressionRequest; output: AuditSuppression };
    /** Changes the end or the description of a suppression. */
    UpdateAuditSuppression: { input: UpdateAuditSuppressionRequest; output: UpdateAuditSuppressionResponse };
    /** Deletes a suppression; one that is absent succeeds. */
    DeleteAuditSuppression: { input: DeleteAuditSuppressionRequest; output: DeleteAuditSuppressionResponse };
    /** Lists suppressions by when they end. */
    ListAuditSuppressions: { input: ListAuditSuppressionsRequest; output: ListAuditSuppressionsResponse };
    /** Starts to apply actions to findings of audits. */
    StartAuditMitigationActionsTask: { input: StartAuditMitigationActionsTaskRequest; output: StartAuditMitigationActionsTaskResponse };
    /** Tells what a task applies to which findings, and how far it is. */
    DescribeAuditMitigationActionsTask: { input: DescribeAuditMitigationActionsTaskRequest; output: DescribeAuditMitigationActionsTaskResponse };
    /** Stops a task that is in progress; nothing is rolled back. */
    CancelAuditMitigationActionsTask: { input: CancelAuditMitigationActionsTaskRequest; output: CancelAuditMitigationActionsTaskResponse };
    /** Lists the tasks of a window of time, the newest first. */
    ListAuditMitigationActionsTasks: { input: ListAuditMitigationActionsTasksRequest; output: ListAuditMitigationActionsTasksResponse };
    /** Lists how a task's actions on a finding went. */
    ListAuditMitigationActionsExecutions: { input: ListAuditMitigationActionsExecutionsRequest; output: ListAuditMitigationActionsExecutionsResponse };
    /** Sets tags of a resource; a key that it has gets the new value. */
    TagResource: { input: TagResourceRequest; output: TagResourceResponse };
    /** Removes tags of a resource by their keys. */
    UntagResource: { input: UntagResourceRequest; output: UntagResourceResponse };
    /** Lists the tags of a resource by key. */
    ListTagsForResource: { input: ListTagsForResourceRequest; output: ListTagsForResourceResponse };
    /** Creates a policy with its first version, which is in force. */
    CreatePolicy: { input: CreatePolicyRequest; output: CreatePolicyResponse };
    /** Tells of a policy, with the document in force. */
    GetPolicy: { input: GetPolicyRequest; output: GetPolicyResponse };
    /** Lists policies, the newest first. */
    ListPolicies: { input: ListPoliciesRequest; output: ListPoliciesResponse };
    /** Deletes a policy that is attached to nothing and has one version. */
    DeletePolicy: { input: DeletePolicyRequest; output: DeletePolicyResponse };
    /** Adds a version to a policy, in force or waiting; five at most. */
    CreatePolicyVersion: { input: CreatePolicyVersionRequest; output: CreatePolicyVersionResponse };
    /** Tells of one version of a policy, with its document. */
    GetPolicyVersion: { input: GetPolicyVersionRequest; output: GetPolicyVersionResponse };
    /** Lists the versions of a policy, the newest first. */
    ListPolicyVersions: { input: ListPolicyVersionsRequest; output: ListPolicyVersionsResponse };
    /** Puts another version of a policy in force. */
    SetDefaultPolicyVersion: { input: SetDefaultPolicyVersionRequest; output: SetDefaultPolicyVersionResponse };
    /** Deletes a version that is not in force. */
    DeletePolicyVersion: { input: DeletePolicyVersionRequest; output: DeletePolicyVersionResponse };
    /** Attaches a policy to a certificate, thing group or Cognito identity; again succeeds. */
    AttachPolicy: { input: AttachPolicyRequest; output: AttachPolicyResponse };
    /** Takes a policy off a target. */
    DetachPolicy: { input: DetachPolicyRequest; output: DetachPolicyResponse };
    /** Lists the policies of a target, optionally with those of the groups above. */
    ListAttachedPolicies: { input: ListAttachedPoliciesRequest; output: ListAttachedPoliciesResponse };
    /** Lists what a policy is attached to. */
    ListTargetsForPolicy: { input: ListTargetsForPolicyRequest; output: ListTargetsForPolicyResponse };
    /** Tells which policies decide for a device when it connects. */
    GetEffectivePolicies: { input: GetEffectivePoliciesRequest; output: GetEffectivePoliciesResponse };
    /** Creates a name under which devices get credentials of a role. */
    CreateRoleAlias: { input: CreateRoleAliasRequest; output: CreateRoleAliasResponse };
    /** Tells of a role alias. */
    DescribeRoleAlias: { input: DescribeRoleAliasRequest; output: DescribeRoleAliasResponse };
    /** Lists role aliases, the newest first. */
    ListRoleAliases: { input: ListRoleAliasesRequest; output: ListRoleAliasesResponse };
    /** Changes the role of an alias, or how long credentials last. */
    UpdateRoleAlias: { input: UpdateRoleAliasRequest; output: UpdateRoleAliasResponse };
    /** Deletes a role alias. */
    DeleteRoleAlias: { input: DeleteRoleAliasRequest; output: DeleteRoleAliasResponse };
    /** Defines an IAM role, or defines it anew: who may assume it and what it may do. */
    PutRole: { input: PutRoleRequest; output: PutRoleResponse };
    /** Tells of a role that the session defined. */
    DescribeRole: { input: DescribeRoleRequest; output: DescribeRoleResponse };
    /** Lists the roles that the session defined. */
    ListRoles: { input: ListRolesRequest; output: ListRolesResponse };
    /** Forgets a role; undefinedRoles then decides what it may do. */
    DeleteRole: { input: DeleteRoleRequest; output: DeleteRoleResponse };
    /** Says whether a role may do something, and why, statement by statement. */
    ExplainAccess: { input: ExplainAccessRequest; output: ExplainAccessResponse };
    /** Tells why a device is in alarm for a behavior, or why not, with the datapoints, the windows and the counters. */
    ExplainBehavior: { input: ExplainBehaviorRequest; output: ExplainBehaviorResponse };
    /** Tells what a profile, or a draft of one, would have made of the data that is there: verdicts, alarms, mistakes and costs. */
    AssessSecurityProfile: { input: AssessSecurityProfileRequest; output: AssessSecurityProfileResponse };
    /** Publishes a message: devices report their metrics on reserved topics. */
    Publish: { input: PublishRequest; output: PublishResponse };
    /** Tells what a device did that the service sees: messages, connections, failures. */
    PutDeviceActivity: { input: PutDeviceActivityRequest; output: PutDeviceActivityResponse };
    /** Lists what was sent to MQTT topics, SNS and Security Hub, the newest first. */
    ListMessages: { input: ListMessagesRequest; output: ListMessagesResponse };
    /** Lists what CloudWatch counts of each behavior in five minutes, the newest first. */
    ListAlarmCounts: { input: ListAlarmCountsRequest; output: ListAlarmCountsResponse };
    /** Lists every setting with its value, its choices and what it decides. */
    ListSettings: { input: ListSettingsRequest; output: ListSettingsResponse };
    /** Changes a setting from this moment on. */
    PutSetting: { input: PutSettingRequest; output: PutSettingResponse };
    /** Lists what happened, the newest last, each with the facts it rests on. */
    ListChronicle: { input: ListChronicleRequest; output: ListChronicleResponse };
    /** Registers up to a million things, step by step as the clock runs. */
    PopulateFleet: { input: PopulateFleetRequest; output: PopulateFleetResponse };
    /** Makes the session call an operation by itself, once or repeatedly. */
    ScheduleCall: { input: ScheduleCallRequest; output: ScheduleCallResponse };
    /** Lists scheduled calls that have runs left. */
    ListScheduledCalls: { input: ListScheduledCallsRequest; output: ListScheduledCallsResponse };
    /** Takes a scheduled call back. */
    CancelScheduledCall: { input: CancelScheduledCallRequest; output: CancelScheduledCallResponse };
    /** Lists the queue of what happens as time runs. */
    ListDueWork: { input: ListDueWorkRequest; output: ListDueWorkResponse };
    /** Tells region, account, seed, time, table sizes and the hash of the World. */
    DescribeAccount: { input: DescribeAccountRequest; output: DescribeAccountResponse };
    /** Runs the virtual clock on, with everything that becomes due on the way. */
    AdvanceClock: { input: AdvanceClockRequest; output: AdvanceClockResponse };
    /** Goes back to an earlier moment; later calls stay ahead and happen again when time runs on. */
    Rewind: { input: RewindRequest; output: MomentResponse };
    /** Replays the session without one call. */
    UndoEntry: { input: UndoEntryRequest; output: UndoEntryResponse };
    /** The mutating calls the World is made from. */
    ListJournal: { input: ListJournalRequest; output: ListJournalResponse };
    /** The session file: seed, settings, journal, and where it ended. */
    SaveSession: { input: Empty; output: SessionDocument };
    /** Opens a session file by replaying its journal. */
    LoadSession: { input: SessionDocument; output: LoadSessionResponse };
    /** Starts over with an empty account. */
    ResetSession: { input: ResetSessionRequest; output: MomentResponse };
    /** Turns a documented response into state: the same call then answers it, value for value. */
    LoadDocumentedResponse: { input: LoadDocumentedResponseRequest; output: LoadDocumentedResponseResponse };
    /** Brings devices of one kind to life: they register, connect, send and report as the clock runs. */
    CreateFleet: { input: CreateFleetRequest; output: CreateFleetResponse };
    /** Tells what a fleet consists of, and whether it is attacked. */
    DescribeFleet: { input: NamedFleetRequest; output: FleetDescription };
    /** Lists simulated fleets. */
    ListFleets: { input: ListFleetsRequest; output: ListFleetsResponse };
    /** Ends a fleet's life; its things and its past stay. */
    StopFleet: { input: NamedFleetRequest; output: StopFleetResponse };
    /** Makes something go wrong with devices of a fleet, now or later. */
    StartAttack: { input: StartAttackRequest; output: AttackDescription };
    /** Ends an attack that acts, or has yet to begin. */
    StopAttack: { input: StopAttackRequest; output: AttackDescription };
    /** Lists attacks: the truth that alarms can be compared with. */
    ListAttacks: { input: ListAttacksRequest; output: ListAttacksResponse };
    /** Computes what was measured of a simulated device, and what it was doing. */
    GetSimulatedValues: { input: GetSimulatedValuesRequest; output: GetSimulatedValuesResponse };
    /** Lets the rows of a file happen: each becomes a datapoint when the clock comes to it. */
    AddRecording: { input: AddRecordingRequest; output: AddRecordingResponse };
    /** Tells what a recording has, how far the clock has come in it, and which rows of the file were refused and why. */
    DescribeRecording: { input: RecordingNameRequest; output: DescribeRecordingResponse };
    /** Lists the recordings of the session. */
    ListRecordings: { input: ListRecordingsRequest; output: ListRecordingsResponse };
    /** Takes a recording out; datapoints that were fed stay. */
    RemoveRecording: { input: RecordingNameRequest; output: RemoveRecordingResponse };
    /** Finds what is wrong with a payload, commands or a page, and which calls it shows. */
    CheckDocument: { input: CheckDocumentRequest; output: CheckDocumentResponse };
    /** Writes a call for the AWS CLI, boto3, the JavaScript SDK, curl or picket. */
    WriteCall: { input: WriteCallRequest; output: WriteCallResponse };
    /** Reads a command of the AWS CLI as a call. */
    ReadCommand: { input: ReadCommandRequest; output: ReadCommandResponse };
}
export type OperationName = keyof Operations;

export type ErrorName =
    | "InvalidRequestException"
    | "ThrottlingException"
    | "InternalFailureException"
    | "ResourceNotFoundException"
    | "ResourceAlreadyExistsException"
    | "LimitExceededException"
    | "VersionConflictException"
    | "TaskAlreadyExistsException"
    | "ConflictException"
    | "CertificateStateException"
    | "CertificateValidationException"
    | "CertificateConflictException"
    | "DeleteConflictException"
    | "MalformedPolicyException"
    | "VersionsLimitExceededException"
    | "InvalidQueryException"
    | "IndexNotReadyException"
    | "RegistrationCodeValidationException"
    | "InternalException"
    | "NotConfiguredException"
    | "UnauthorizedException"
    | "ServiceUnavailableException"
    | "UnknownOperationException"
    | "MethodNotAllowedException"
    | "RequestEntityTooLargeException"
    | "AccessDeniedException";

/** Why a call failed, and where in the input: `line` is 0 when there is no place. */
export interface PicketError {
    name: ErrorName;
    status: number;
    message: string;
    /** "behaviors[0].criteria.durationSeconds"; empty: the whole request. */
    path: string;
    line: number;
    column: number;
}

/**
 * A row of the World that a call changed. `before` and `after` are JSON text; empty: there was, or
 * is, no such row.
 */
export interface RowChange {
    table: string;
    key: string;
    before: string;
    after: string;
}

export interface CallOptions {
    /** The answer is the one the call would give; nothing is kept. */
    dryRun?: boolean;
    /** Also say what changed in the account. */
    changes?: boolean;
}

export interface CallFacts {
    status: number;
    /** The answer as JSON text. */
    body: string;
    /** Members that were ignored, and the like. */
    warnings: string[];
    /** The journal's number of the call; 0 when it was not journaled. */
    entryId: number;
    /** The input as it was understood, as JSON text. */
    request: string;
    /** Filled when the call was asked for it. */
    changes: RowChange[];
}
export type CallResult<Output> = CallFacts &
    ({ ok: true; output: Output; error: null } | { ok: false; output: null; error: PicketError });

/** The input may be left out where no member is required. It may also be JSON text. */
export type CallArguments<Input> = {} extends Input
    ? [input?: Input | string, options?: CallOptions]
    : [input: Input | string, options?: CallOptions];

export interface HttpRequest {
    method?: string;
    /** Still percent-encoded: "/things/a%2Fb?maxResults=5". */
    target: string;
    headers?: Record<string, string>;
    body?: string | Uint8Array;
}
export interface HttpResponse {
    status: number;
    headers: Record<string, string>;
    body: string;
}

export interface AdvanceResult {
    /** Virtual time, epoch milliseconds. */
    now: number;
    /** Nothing due up to the wanted moment is left. */
    done: boolean;
    /** How many items of due work were run. */
    items: number;
}

export type LoadResult =
    | { error: PicketError }
    | {
          error: null;
          entries: number;
          /** Entries of the journal that no longer succeed. */
          failedEntries: number;
          /** Whether replaying gave the World that was saved. */
          sameWorld: boolean;
          /** Whether the image saved the replay. */
          fromImage: boolean;
          /** Blocks that the session names and nobody gave, by SHA-256. */
          missingRecordings: string[];
          /** Sentences for a person: another build, unknown settings, entries that failed. */
          notes: string[];
      };

export type ImportProgress =
    | { error: PicketError }
    | { error: null; rows: number; values: number; refused: number };

export type ImportResult =
    | { error: PicketError; report: ReadReport }
    | {
          error: null;
          /** The block's name, for AddRecording. */
          sha256: string;
          report: ReadReport;
      };

export type PlayResult =
    | { error: PicketError }
    | {
          error: null;
          /** The chronicle, a line per event, and the World's hash: the same in every build. */
          text: string;
          /** One report per expectation that does not hold. */
          failures: string[];
      };

export interface WorldTable {
    name: string;
    doc: string;
    size: number;
}
export interface WorldRow {
    key: Json;
    value: Json;
}

export interface EngineOptions {
    /** Every id and every random choice follows from it. */
    seed?: number;
    /** When virtual time begins: a Date or epoch milliseconds. */
    start?: Date | number;
}

/** One emulated account and fleet, with a clock of its own. */
export interface Engine {
    /** Runs one operation. An error is an answer like any other: nothing is thrown. */
    call<K extends OperationName>(
        operation: K,
        ...rest: CallArguments<Operations[K]["input"]>
    ): CallResult<Operations[K]["output"]>;
    /** The same as an HTTP request to the service, without a socket. */
    request(request: HttpRequest): HttpResponse;
    /** Runs the virtual clock up to a moment, spending about `budget` units of work. */
    advance(until: Date | number, budget?: number): AdvanceResult;
    /** Goes back to an earlier moment. Null, or the error. */
    rewind(moment: Date | number): PicketError | null;
    /** Replays without one journaled call. Null, or the error. */
    undo(entryId: number): PicketError | null;
    readonly now: Date;
    readonly nextDue: Date | null;
    /**
     * The session as JSON text. Without `blocks` it names its recordings and does not carry them, as
     * for a link.
     */
    save(options?: { blocks?: boolean }): string;
    /** Opens a saved session; `image` of the same build and moment saves the replay. */
    load(session: string, image?: string | Uint8Array): LoadResult;
    /**
     * The same in pieces of about `budget` units of work, for hosts that draw between them:
     * stepLoad answers how far it is, from 0 to 1. At 1 endLoad opens the session or says why not.
     */
    beginLoad(session: string, image?: string | Uint8Array): void;
    stepLoad(budget?: number): number;
    endLoad(): LoadResult;
    /** A binary copy of the World: a cache that goes with save(). */
    image(): Uint8Array;
    /**
     * A file of metrics, chunk by chunk, at most 1 MB each. The mapping goes with the first chunk.
     */
    importChunk(bytes: Uint8Array, mapping?: RecordingMapping): ImportProgress;
    /** Ends the file: AddRecording can name its block now. */
    importEnd(): ImportResult;
    /** The bytes of a block, for the host to keep; null when it is not at hand. */
    recording(sha256: string): Uint8Array | null;
    /** Gives back a block that the host kept. Null, or the error. */
    keepRecording(bytes: Uint8Array): PicketError | null;
    /** 32 hex digits; equal Worlds, and only those, have equal hashes. */
    worldHash(): string;
    tables(): WorldTable[];
    rows(table: string, begin?: number, count?: number): WorldRow[];
    /** What the World takes in memory, and what the way back takes beside it. */
    memory(): { worldBytes: number; checkpointBytes: number; checkpoints: number };
    /** Frees the engine's memory; JavaScript does not do that by itself. */
    dispose(): void;
}

export interface Picket {
    createEngine(options?: EngineOptions): Engine;
    /** Plays a scenario file to its end, in an engine of its own. */
    playScenario(scenario: string): PlayResult;
    describe(format: "md" | "operations" | "ts" | "json" | "schema" | "scenario-schema"): string;
}

/** Loads the WebAssembly module. `wasm`: its bytes, when it is not to be found beside picket.js. */
export function loadPicket(options?: { wasm?: ArrayBuffer | Uint8Array }): Promise<Picket>;

/**
 * A `requestHandler` for clients of the AWS SDK: their calls run in this process. Each moves the
 * clock by `stepMs` first.
 */
export function createRequestHandler(
    engine: Engine,
    options?: { stepMs?: number },
): {
    metadata: { handlerProtocol: string };
    handle(request: any): Promise<{
        response: { statusCode: number; headers: Record<string, string>; body: Uint8Array };
    }>;
    updateHttpClientConfig(): void;
    httpHandlerConfigs(): {};
    destroy(): void;
};
