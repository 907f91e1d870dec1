// The operation table for tests that are made from it: the service's operations, and walks over
// values by their shapes.

// The value with `change(value, type)` applied to every leaf.
function mapped(shapes, type, value, change) {
    if (value === null || typeof value !== 'object') return change(value, type);
    if (type.kind === 'list') return value.map((v) => mapped(shapes, type.element, v, change));
    const entries = Object.entries(value);
    if (type.kind === 'map')
        return Object.fromEntries(
            entries.map(([k, v]) => [k, mapped(shapes, type.element, v, change)]),
        );
    if (type.kind !== 'structure') return change(value, type);
    const members = shapes.get(type.name).members;
    return Object.fromEntries(
        entries.map(([k, v]) => {
            const member = members.get(k);
            return [k, member ? mapped(shapes, member.type, v, change) : v];
        }),
    );
}

const kJavaScriptTypes = {
    boolean: (v) => typeof v === 'boolean',
    integer: (v) => Number.isInteger(v),
    double: (v) => typeof v === 'number',
    string: (v) => typeof v === 'string',
    enum: (v) => typeof v === 'string',
    time: (v) => typeof v === 'number',
    document: () => true,
};

function fits(shapes, type, value) {
    const isObject = value !== null && typeof value === 'object';
    if (type.kind === 'list')
        return Array.isArray(value) && value.every((v) => fits(shapes, type.element, v));
    if (type.kind === 'map')
        return isObject && Object.values(value).every((v) => fits(shapes, type.element, v));
    if (type.kind !== 'structure') return kJavaScriptTypes[type.kind](value);
    if (!isObject || Array.isArray(value)) return false;
    const members = shapes.get(type.name).members;
    return Object.entries(value).every(
        ([name, v]) => members.has(name) && fits(shapes, members.get(name).type, v),
    );
}

// `described` is what `picket describe --format=json` prints; operations of other services are left
// out.
export function makeTable(described, services = ['iot']) {
    const shapes = new Map(
        described.shapes.map(
            (shape) =>
                [shape.name,
                 {...shape, members: new Map((shape.members ?? []).map((m) => [m.name, m])) },
    ]),
    );
    const structure = (name) => ({ kind: 'structure', name });
    const operations = new Map(
        described.operations.filter((o) => services.includes(o.service)).map((o) => [o.name, o]),
    );
    return {
        operations,
        members: (shape) => shapes.get(shape).members,
        // Epoch seconds as the dates that the SDK works with.
        withDates: (shape, value) => mapped(
            shapes,
            structure(shape),
            value,
            (leaf, type) =>
                type.kind === 'time' && typeof leaf === 'number' ? new Date(leaf * 1000) : leaf,
            ),
        // Calls `see(leaf, type)` for every leaf.
        visit: (shape, value, see) => {
            mapped(shapes, structure(shape), value, see);
        },
        // Whether every member is known and of its type.
        fits: (shape, value) => fits(shapes, structure(shape), value),
        lacksToken: (shape, value) => [...shapes.get(shape).members.values()].some(
            (m) => m.idempotencyToken && value[m.name] === undefined,
            ),
        // Whether a required member that is the whole body is missing.
        lacksPayload: (shape, value) => [...shapes.get(shape).members.values()].some(
            (m) => m.in === 'payload' && m.required && value[m.name] === undefined,
            ),
        // The members of an answer that hold a list.
        lists: (operation) => [...shapes.get(operations.get(operation).output).members.values()]
                                  .filter((m) => m.type.kind === 'list')
                                  .map((m) => m.name),
    };
}
