// Every list of the operation table, walked in small pages while items come and go. Goal: an item
// that is there for the whole walk is seen exactly once, a token survives saving and loading, and a
// token of another list or filter is refused. Method: a list is what takes and gives a token; it is
// filled by its own golden cases, and changed by playing their setup again with other names and by
// whatever deletes. A list added to the table takes part by itself.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, test} from 'node:test';
import {isDeepStrictEqual} from 'node:util';

import {goldenCases} from '../clients/golden.mjs';
import {kRoot, loadModule} from '../clients/support.mjs';
import {makeTable} from '../clients/table.mjs';

const { loadPicket } = await loadModule();
const picket = await loadPicket();
const described = JSON.parse(picket.describe('json'));
const table = makeTable(described, ['iot', 'iot-data', 'picket']);
const cases = goldenCases();
const excuses = JSON.parse(readFileSync(`${kRoot}/tests/web/lists.json`, 'utf8'));

const kTokens = ['nextToken', 'marker'];
const kSizes = ['maxResults', 'pageSize'];
const kSizeMax = 3;
const kChangesMax = 10;  // pages after which nothing changes any more, so that walks end

// Seeded (mulberry32): a failure comes again.
function makeRandom(seed) {
    let state = seed;
    const next = () => {
        state = (state + 0x6d2b79f5) | 0;
        let t = Math.imul(state ^ (state >>> 15), 1 | state);
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
        return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
    return { below: (n) => Math.floor(next() * n), chance: (p) => next() < p };
}

const inputMembers = (operation) => table.members(table.operations.get(operation).input);

function asList(operation) {
    const members = inputMembers(operation);
    const token = kTokens.find((name) => members.has(name));
    if (!token || table.lists(operation).length === 0) return null;
    return {
        operation,
        token,
        next: token === 'marker' ? 'nextMarker' : token,
        size: kSizes.find((name) => members.has(name)),
        sizeMax: kSizes.map((name) => members.get(name)?.max).find(Boolean),
        items: table.lists(operation),
    };
}
const lists = [...table.operations.keys()].map(asList).filter(Boolean);

const itemsOf = (list, output) =>
    list.items.flatMap((member) => (output[member] ?? []).map((item) => JSON.stringify(item)));

// The good cases that list something, without what belongs to their own walk.
function startsOf(list) {
    return cases
        .filter((golden) => golden.operation === list.operation && !golden.bad && golden.input)
        .filter((golden) => golden.input[list.token] === undefined)
        .map((golden) => {
            const { [list.size]: size, ...input } = golden.input;
            return {...golden, input, count: itemsOf(list, golden.expect.body).length };
        })
        .filter((golden) => golden.count > 0);
}

function call(engine, operation, input) {
    const answer = engine.call(operation, input);
    assert.ok(answer.ok, `${operation} ${JSON.stringify(input)}: ${answer.body}`);
    return answer.output ?? {};
}

function prepared(golden) {
    const engine = picket.createEngine();
    for (const { operation, input } of golden.setup) call(engine, operation, input);
    return engine;
}

function page(engine, list, input, token, size) {
    const asked = {...input };
    if (token !== undefined) asked[list.token] = token;
    if (list.size) asked[list.size] = size;
    const output = call(engine, list.operation, asked);
    return { items: itemsOf(list, output), token: output[list.next] };
}

function whole(engine, list, input) {
    const all = [];
    let token;
    do {
        const one = page(engine, list, input, token, list.sizeMax);
        all.push(...one.items);
        token = one.token;
    } while (token !== undefined);
    return all;
}

function textsOf(value) {
    if (typeof value === 'string') return [value];
    return value && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : [];
}

// Names that a setup gives to what it creates: the labels of its paths, other names, and keys of
// tags.
function givenNames(golden) {
    const names = new Set();
    for (const { operation, input } of golden.setup) {
        for (const [name, member] of inputMembers(operation)) {
            // Checks of an audit are the service's own, whoever names them.
            const naming = member.in === 'uri' || (name.endsWith('Name') && name !== 'checkName');
            if (naming && typeof input[name] === 'string') names.add(input[name]);
            if (name === 'tags')
                for (const tag of input.tags ?? []) names.add(tag.Key);
        }
    }
    // What the walk itself asks for stays: things are added to that group, tags to that resource.
    for (const text of textsOf(golden.input)) {
        for (const name of [...names])
            if (text === name || text.endsWith(`/${name}`)) names.delete(name);
    }
    return names;
}

function renamed(value, names, suffix) {
    if (typeof value === 'string') {
        const name = value.slice(value.lastIndexOf('/') + 1);
        return names.has(value) || (value.startsWith('arn:') && names.has(name)) ? value + suffix :
                                                                                   value;
    }
    if (Array.isArray(value)) return value.map((v) => renamed(v, names, suffix));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
        Object.entries(value).map(([k, v]) => [k, renamed(v, names, suffix)]),
    );
}

// Everything a call said or got, or an item of the list, by member name: what a deletion may need.
function told(value, known = new Map()) {
    if (value === null || typeof value !== 'object') return known;
    for (const [name, v] of Object.entries(value)) {
        const isStructure = v !== null && typeof v === 'object' && !Array.isArray(v);
        if (typeof v === 'string' || isStructure) known.set(name, v);
        told(v, known);
    }
    if (value.Key !== undefined) known.set('tagKeys', [value.Key]);
    return known;
}

const kDeletes = /^(Delete|Remove|Detach|Untag|Cancel)/;
const deletions =
    described.operations.filter((o) => kDeletes.test(o.name) && o.effect === 'mutates');

class Changes {
    constructor(engine, golden, random) {
        Object.assign(this, { engine, golden, random, names: givenNames(golden), made: 0 });
        const { output } = engine.call(golden.operation, golden.input);
        const listed = Object.values(output ?? {}).filter(Array.isArray).flat();
        this.calls = [...golden.setup.map(({ input }) => input), ...listed].map((v) => told(v));
    }
    // The setup once more, under other names. What is there already may refuse to be made again.
    add() {
        this.made += 1;
        for (const { operation, input } of this.golden.setup) {
            if (operation === 'PutSetting') continue;
            const other = renamed(input, this.names, `-${this.made}`);
            const { output } = this.engine.call(operation, other);
            this.calls.push(told(output, told(other)));
        }
    }
    // Whatever deletes, with what earlier calls left behind, until something is missing from the
    // list. What takes away the list itself, as the group whose things it holds, is undone.
    remove(list) {
        const { engine, random } = this;
        const before = whole(engine, list, this.golden.input);
        const first = random.below(deletions.length);
        for (let i = 0; i < deletions.length; i += 1) {
            const { name } = deletions[(first + i) % deletions.length];
            const input = this.deletionInput(name);
            const answer = input && engine.call(name, input);
            if (!answer?.ok) continue;
            if (!engine.call(list.operation, this.golden.input).ok) engine.undo(answer.entryId);
            else if (whole(engine, list, this.golden.input).length < before.length) return;
        }
    }
    // What one call knew, completed by the others; nothing when something needed is not known.
    deletionInput(operation) {
        const { calls, random } = this;
        const members = [...inputMembers(operation).values()];
        const first = random.below(calls.length);
        const input = {};
        for (let i = 0; i < calls.length; i += 1) {
            const known = calls[(first + i) % calls.length];
            if (i > 0 && members.every((m) => m.name in input || !m.required)) break;
            for (const { name } of members)
                if (known.has(name) && !(name in input)) input[name] = known.get(name);
        }
        const lacking = members.some((m) => m.required && !(m.name in input));
        return lacking || Object.keys(input).length === 0 ? null : input;
    }
}

const counts = (items) => {
    const count = new Map();
    for (const item of items) count.set(item, (count.get(item) ?? 0) + 1);
    return count;
};

// One walk with changes between its pages; what happened is added to `seen`.
function walk(engine, list, golden, random, size, seen) {
    const changes = new Changes(engine, golden, random);
    for (let i = 0; i < 3; i += 1) changes.add();
    let there = counts(whole(engine, list, golden.input));
    const throughout = new Map(there);
    const walked = [];
    let token;
    let pages = 0;
    do {
        const one = page(engine, list, golden.input, token, size);
        if (list.size) assert.ok(one.items.length <= size, 'a page is no larger than asked for');
        for (const item of one.items) assert.ok(there.has(item), `${item} is not there`);
        walked.push(...one.items);
        token = one.token;
        pages += 1;
        assert.ok(pages < 5000, 'the walk comes to an end');
        if (pages === 2) reopen(engine);
        if (pages > kChangesMax) continue;
        const before = there;
        if (pages === 1 || random.chance(0.6)) changes.add();
        if (pages === 2 || random.chance(0.5)) changes.remove(list);
        there = counts(whole(engine, list, golden.input));
        for (const item of [...throughout.keys()])
            if (!there.has(item)) throughout.delete(item);
        seen.added ||= [...there.keys()].some((item) => !before.has(item));
        seen.removed ||= [...before.keys()].some((item) => !there.has(item));
    } while (token !== undefined);
    const found = counts(walked);
    for (const [item, count] of throughout) assert.equal(found.get(item) ?? 0, count, item);
    seen.pages ||= pages > 1;
    seen.throughout ||= throughout.size > 1;
}

// Saved and loaded, as a page that was closed and opened again.
function reopen(engine) {
    const report = engine.load(engine.save(), engine.image());
    assert.equal(report.error, null);
    assert.ok(report.sameWorld);
}

const firstToken = (engine, list, input) => page(engine, list, input, undefined, 1).token;

// The same walk asked for other things: each optional filter added or taken away, times and numbers
// moved. A filter that says what its absence means is none, as lists.json says of some lists.
function otherFilters(list, input) {
    const defaults = excuses[list.operation]?.defaults ?? {};
    const others = [];
    for (const [name, member] of inputMembers(list.operation)) {
        if (name === list.token || name === list.size || member.in === 'uri') continue;
        const { [name]: mine, ...without } = input;
        if (mine !== undefined && !member.required) others.push(without);
        const other = otherValue(member, mine);
        if (other !== undefined) others.push({...input, [name]: other });
    }
    const whole = {...defaults, ...input };
    return others.filter((other) => !isDeepStrictEqual({...defaults, ...other }, whole));
}
function otherValue(member, mine) {
    const { kind } = member.type;
    if (kind === 'boolean') return mine !== true;
    if (kind === 'time' || kind === 'integer') return (mine ?? 1_767_225_600) + 1;
    if (kind === 'enum') {
        const { values } = described.shapes.find((shape) => shape.name === member.type.name);
        return values.find((value) => value !== mine);
    }
    if (kind === 'string' && mine === undefined) return 'another';
    return undefined;
}

function checkRefused(engine, operation, input) {
    const answer = engine.call(operation, input);
    const about = `${operation} ${JSON.stringify(input)}: ${answer.body}`;
    assert.ok(!answer.ok, about);
    // A filter by something that is not there may be refused for that.
    assert.match(answer.error.name, /^(InvalidRequest|ResourceNotFound)Exception$/, about);
}

// What an excuse may be given for, and what to do about it otherwise.
const kWanted = {
    pages: 'no walk had a second page: a good case should list more',
    throughout: 'no walk kept two items from beginning to end',
    added: 'nothing was added during any walk: a setup should create what is listed',
    removed: 'nothing was deleted during any walk',
};

const tokens = new Map();
for (const list of lists) {
    describe(list.operation, () => {
        const starts = startsOf(list);
        test('what is there for the whole walk is seen exactly once', () => {
            const seen = {};
            for (const [place, golden] of starts.entries()) {
                for (let size = 1; size <= kSizeMax; size += 1) {
                    const engine = prepared(golden);
                    walk(engine, list, golden, makeRandom(place * kSizeMax + size), size, seen);
                    engine.dispose();
                }
            }
            for (const [wanted, why] of Object.entries(kWanted)) {
                const excuse = excuses[list.operation]?.[wanted];
                if (excuse) assert.ok(!seen[wanted], `the excuse is stale: ${wanted}`);
                else assert.ok(seen[wanted], why);
            }
        });
        test('a token is of one list and one filter', () => {
            let refused = 0;
            for (const golden of starts) {
                const engine = prepared(golden);
                const changes = new Changes(engine, golden, makeRandom(1));
                for (let i = 0; i < 3; i += 1) changes.add();
                const token = firstToken(engine, list, golden.input);
                if (token !== undefined) {
                    tokens.set(list.operation, token);
                    for (const other of otherFilters(list, golden.input)) {
                        checkRefused(engine, list.operation, {...other, [list.token]: token });
                        refused += 1;
                    }
                }
                engine.dispose();
            }
            assert.ok(tokens.has(list.operation) || excuses[list.operation]?.pages, 'no token');
        });
    });
}

test('a token of one list is refused by every other', () => {
    assert.ok(tokens.size > 10);
    for (const list of lists) {
        const [golden] = startsOf(list);
        if (!golden) continue;
        const engine = prepared(golden);
        for (const [operation, token] of tokens) {
            if (operation === list.operation) continue;
            checkRefused(engine, list.operation, {...golden.input, [list.token]: token });
        }
        engine.dispose();
    }
});

test('excuses are of lists', () => {
    for (const [operation, reasons] of Object.entries(excuses)) {
        assert.ok(lists.some((list) => list.operation === operation), operation);
        const { defaults, ...others } = reasons;
        for (const name of Object.keys(defaults ?? {}))
            assert.ok(inputMembers(operation).has(name), `${operation} ${name}`);
        for (const [wanted, reason] of Object.entries(others)) {
            assert.ok(wanted in kWanted, wanted);
            assert.ok(reason.length > 20, `${operation} ${wanted}: ${reason}`);
        }
    }
});
