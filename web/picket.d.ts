// Types of Picket for JavaScript. Made by `picket describe --format=ts`: do not edit.

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A union of the service: one member is there, the others are not. */
export type ExactlyOne<T> = {
    [K in keyof T]: { [P in K]: T[P] } & { [P in Exclude<keyof T, K>]?: never };
}[keyof T];

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

export interface AlertTarget {
    /** The topic that alarms are published to. */
    alertTargetArn: string;
    /** The role that may publish there. */
    roleArn: string;
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

export interface AttributePayload {
    /** Names and values. An empty value removes the attribute. */
    attributes?: Record<string, string>;
    /** Update only: true keeps the attributes that are not named here. */
    merge?: boolean;
}

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

export interface CancelScheduledCallRequest {
    /** What ScheduleCall answered. */
    scheduledCallId: string;
}

export interface CancelScheduledCallResponse {
    /** Runs that will not happen now. */
    runsLeft: number;
}

export type CertificateUpdateAction = | "DEACTIVATE";

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

export type ConfidenceLevel = | "LOW" | "MEDIUM" | "HIGH";

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

export type CustomMetricType = | "string-list" | "ip-address-list" | "number-list" | "number";

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

export type DimensionType = | "TOPIC_FILTER";

export type DimensionValueOperator = | "IN" | "NOT_IN";

export type DueKind = | "SCHEDULED_CALL" | "POPULATION";

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

export interface GroupNameAndArn {
    /** The group's name. */
    groupName: string;
    /** The group's ARN. */
    groupArn: string;
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

export interface LoadSessionResponse {
    /** The virtual time now. Epoch seconds. */
    now: number;
    /** Calls in the journal. */
    entries: number;
    /** Calls that failed now. */
    failedEntries: number;
    /** Whether the replay gave the World that was saved. */
    sameWorld: boolean;
    /** What a person should know. */
    notes: string[];
}

export type LogLevel = | "DEBUG" | "INFO" | "ERROR" | "WARN" | "DISABLED";

export interface MachineLearningDetectionConfig {
    /** HIGH alarms least often, LOW most often. */
    confidenceLevel: ConfidenceLevel;
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

export interface MomentResponse {
    /** The virtual time now. Epoch seconds. */
    now: number;
    /** Calls that happen again when time runs on. */
    entriesAhead: number;
    /** Hash of the World. */
    worldHash: string;
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

export interface PublishFindingToSnsParams {
    /** The topic the finding is published to. */
    topicArn: string;
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

export interface ScheduledCall {
    id: string;
    operation: string;
    body: Json;
    everySeconds: number;
    runsLeft: number;
    runsDone: number;
    entryId: number;
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

export interface StatisticalThreshold {
    /** The percentile of all devices that each one is compared with. */
    statistic?: string;
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

export interface UpdateCertificateParams {
    /** What to do with the certificate. Only DEACTIVATE exists. */
    action: CertificateUpdateAction;
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
          /** Sentences for a person: another build, unknown settings, entries that failed. */
          notes: string[];
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
    /** The session as JSON text. */
    save(): string;
    /** Opens a saved session; `image` of the same build and moment saves the replay. */
    load(session: string, image?: string | Uint8Array): LoadResult;
    /** A binary copy of the World: a cache that goes with save(). */
    image(): Uint8Array;
    /** 32 hex digits; equal Worlds, and only those, have equal hashes. */
    worldHash(): string;
    tables(): WorldTable[];
    rows(table: string, begin?: number, count?: number): WorldRow[];
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
