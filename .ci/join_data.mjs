// join_data.mjs FILE.wasm...: writes the data of a module as one segment, zeros and all.
//
// Binaryen leaves out runs of zeros and so cuts the tables of shapes into thousands of segments.
// That makes the file smaller, but what is sent is compressed, and there a run of zeros is cheaper
// than the header of a segment: 13 kB of the engine's module, gzip.
import {readFileSync, writeFileSync} from 'node:fs';

const kData = 11;
const kDataCount = 12;
const kI32Const = 0x41;
const kEnd = 0x0b;

class Reader {
    constructor(bytes, at = 0) {
        this.bytes = bytes;
        this.at = at;
    }
    byte() {
        return this.bytes[this.at++];
    }
    number() {
        let value = 0;
        for (let shift = 0;; shift += 7) {
            const byte = this.byte();
            value += (byte & 0x7f) * 2 ** shift;
            if (byte < 0x80) return value;
        }
    }
    take(size) {
        this.at += size;
        return this.bytes.subarray(this.at - size, this.at);
    }
}

function unsigned(value) {
    const out = [];
    for (; value >= 0x80; value = Math.floor(value / 0x80)) out.push(value % 0x80 | 0x80);
    return [...out, value];
}

// Addresses are below 2 GB here, so that a signed number is an unsigned one with room for its sign.
function signed(value) {
    const out = unsigned(value);
    if ((out[out.length - 1] & 0x40) === 0) return out;
    out[out.length - 1] |= 0x80;
    return [...out, 0];
}

// The section with one segment; null when a segment is not placed by a constant.
function joined(section) {
    const reader = new Reader(section);
    const segments = [];
    for (let left = reader.number(); left > 0; --left) {
        if (reader.byte() !== 0 || reader.byte() !== kI32Const) return null;
        const address = reader.number();
        if (reader.byte() !== kEnd) return null;
        segments.push({ address, bytes: reader.take(reader.number()) });
    }
    if (segments.length < 2) return null;
    const begin = Math.min(...segments.map((segment) => segment.address));
    const end = Math.max(...segments.map((segment) => segment.address + segment.bytes.length));
    const image = Buffer.alloc(end - begin);
    for (const { address, bytes } of segments) image.set(bytes, address - begin);
    return Buffer.concat(
        [Buffer.from([1, 0, kI32Const, ...signed(begin), kEnd, ...unsigned(image.length)]), image]);
}

for (const file of process.argv.slice(2)) {
    const bytes = readFileSync(file);
    const reader = new Reader(bytes);
    const head = reader.take(8);
    const sections = [];
    while (reader.at < bytes.length) {
        const kind = reader.byte();
        sections.push({ kind, content: reader.take(reader.number()) });
    }
    const data = sections.find((section) => section.kind === kData);
    const content = data ? joined(data.content) : null;
    if (content === null) continue;
    data.content = content;
    const out = [head];
    for (const { kind, content } of sections) {
        const body = kind === kDataCount ? Buffer.from([1]) : content;
        out.push(Buffer.from([kind, ...unsigned(body.length)]), body);
    }
    writeFileSync(file, Buffer.concat(out));
}
