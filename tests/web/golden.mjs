// Golden cases as the native suite reads them (tests/support/golden.cpp): exact text in, exact text
// out.
import {readdirSync, readFileSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';

// JSON without the space between its parts; strings and numbers stay as they are written.
export function compact(text) {
    return text.replace(/("(?:[^"\\]|\\.)*")|\s+/g, (_, string) => string ?? '');
}

// Members of an object as [name, raw text] pairs, and items of an array as raw texts; `text` is
// compact.
export function parts(text) {
    const out = [];
    let depth = 0;
    let begin = 1;
    for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{},]/g)) {
        if (token === '{' || token === '[') depth += 1;
        else if (token === '}' || token === ']') depth -= 1;
        if ((token === ',' && depth === 1) || (depth === 0 && index > 0)) {
            if (index > begin) out.push(text.slice(begin, index));
            begin = index + 1;
        }
    }
    if (text[0] !== '{') return out;
    return out.map((member) => {
        const name = member.match(/^"(?:[^"\\]|\\.)*"/)[0];
        return [JSON.parse(name), member.slice(name.length + 1)];
    });
}

const members = (raw) => (raw === undefined ? {} : Object.fromEntries(parts(raw)));
// A string stands for the text it holds, anything else for itself.
const bodyOf = (raw) => (raw === undefined ? '' : raw[0] === '"' ? JSON.parse(raw) : raw);

export function goldenCases(folder) {
    const files = readdirSync(folder, { recursive: true })
                      .filter(
                          (f) => f.endsWith('.json') && dirname(f) !== '.',
                      );
    return files.sort().map((file) => {
        const { setup, input, inputText, http, expect } = members(
            compact(readFileSync(join(folder, file), 'utf8')),
        );
        const wanted = members(expect);
        const asked = members(http);
        return {
            name: file,
            operation: basename(dirname(file)),
            bad: basename(file).startsWith('bad-'),
            setup: parts(setup ?? '[]').map((call) => {
                const { operation, input: given } = members(call);
                return { operation: JSON.parse(operation), input: bodyOf(given) };
            }),
            input: inputText === undefined ? input : JSON.parse(inputText),
            http: http && {
                method: JSON.parse(asked.method),
                target: JSON.parse(asked.target),
                headers: JSON.parse(asked.headers ?? '{}'),
                body: bodyOf(asked.body),
            },
            expect: {
                status: Number(wanted.status),
                error: wanted.error ? JSON.parse(wanted.error) : '',
                body: bodyOf(wanted.body),
            },
        };
    });
}
