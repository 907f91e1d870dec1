// The part of the TypeScript types that no table describes: what web/picket.js adds around the
// operations.
#pragma once

#include <string_view>

namespace picket {

inline constexpr std::string_view kBorderBegin =
    R"(// Types of Picket for JavaScript. Made by `picket describe --format=ts`: do not edit.

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A union of the service: one member is there, the others are not. */
export type ExactlyOne<T> = {
    [K in keyof T]: { [P in K]: T[P] } & { [P in Exclude<keyof T, K>]?: never };
}[keyof T];
)";

inline constexpr std::string_view kBorderEnd = R"(
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
)";

}  // namespace picket
