// Lines over time as SVG, and the figures that say what a series looks like.

export const kWidth = 580;
export const kHeight = 110;
const kLeft = 56;
const kColours = ['#2f6fb5', '#c2571a'];

export function unit(value) {
    for (const [size, letter] of [[1e9, 'G'], [1e6, 'M'], [1e3, 'k']]) {
        if (value >= size) return `${Number((value / size).toPrecision(3))} ${letter}`;
    }
    return String(Number(value.toPrecision(3)));
}

const sorted = (values) => values.filter((value) => value !== null).sort((a, b) => a - b);
const quantile = (known, share) => known[Math.floor(share * (known.length - 1))];

// The lines of a chart break where values are missing.
function path(values, left, top, low, high) {
    const x = (i) => left + kLeft + (i + 0.5) * (kWidth - kLeft - 8) / values.length;
    const share = (value) => Math.max(0, Math.min(1, (value - low) / (high - low)));
    const y = (value) => top + kHeight - 16 - share(value) * (kHeight - 34);
    let out = '';
    let drawing = false;
    values.forEach((value, i) => {
        if (value !== null) {
            const alone = values[i - 1] == null && values[i + 1] == null;
            const point = `${x(i).toFixed(1)} ${y(value).toFixed(1)}`;
            out += drawing ? `L${point}` : `M${point}${alone ? 'h1' : ''}`;
        }
        drawing = value !== null;
    });
    return out;
}

export function chart(title, columns, left, top, ticks) {
    const known = sorted(columns.flat());
    // A few points of a long tail may leave the frame; what never comes near zero is drawn closer.
    const high = (quantile(known, 0.998) || 1) * 1.05;
    const least = quantile(known, 0.002) ?? 0;
    const low = least > 0.4 * high ? least - 0.2 * (high - least) : 0;
    const inner = kWidth - kLeft - 8;
    const lines = [
        `<text x="${left + kLeft}" y="${top + 11}" font-weight="600">${title}</text>`,
        `<text x="${left + kLeft - 6}" y="${top + 26}" text-anchor="end">${unit(high)}</text>`,
        `<text x="${left + kLeft - 6}" y="${top + kHeight - 14}" text-anchor="end">` +
            `${unit(low)}</text>`,
        `<path d="M${left + kLeft} ${top + kHeight - 16}h${inner}" stroke="#999"/>`,
    ];
    ticks.forEach((tick, i) => {
        const x = left + kLeft + i * inner / ticks.length;
        lines.push(`<path d="M${x.toFixed(1)} ${top + 18}V${top + kHeight - 16}" stroke="#ddd"/>`);
        lines.push(`<text x="${(x + 3).toFixed(1)}" y="${top + kHeight - 4}">${tick}</text>`);
    });
    columns.forEach((values, i) => {
        const line = path(values, left, top, low, high);
        lines.push(`<path d="${line}" fill="none" stroke="${kColours[i]}"/>`);
    });
    return lines.join('\n');
}

// Of slots that both have values; what is missing tells nothing.
function autocorrelation(values, lag) {
    const known = sorted(values);
    const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
    const square = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length;
    let product = 0, pairs = 0;
    for (let i = 0; i + lag < values.length; ++i) {
        if (values[i] === null || values[i + lag] === null) continue;
        product += (values[i] - mean) * (values[i + lag] - mean);
        ++pairs;
    }
    return pairs < 20 ? '-' : (square > 0 ? product / pairs / square : 0).toFixed(2);
}

// A row of a table: a week of slots of so many minutes.
export function figures(values, minutes) {
    const known = sorted(values);
    const median = quantile(known, 0.5), most = quantile(known, 0.99);
    const zeros = known.filter((value) => value === 0).length;
    const hour = 60 / minutes;
    return `${minutes} min | ${unit(median)} | ${unit(most)} | ` +
        `${median > 0 ? (most / median).toFixed(1) : ''} | ` +
        `${Math.round(100 * zeros / known.length)} % | ` +
        `${Math.round(100 - 100 * known.length / values.length)} % | ` +
        [1, hour, 24 * hour].map((lag) => autocorrelation(values, lag)).join(' / ');
}

// Means of so many slots at a time, to compare with what is measured less often.
export function together(values, slots) {
    const out = [];
    for (let i = 0; i < values.length; i += slots) {
        const known = sorted(values.slice(i, i + slots));
        out.push(known.length ? known.reduce((sum, value) => sum + value, 0) / known.length : null);
    }
    return out;
}
