// What the page hands to the workbench and what it keeps for it: texts, the names of keys, of what
// a frame reports and of cursors, the keys that are the workbench's wherever the focus is, and
// preferences between visits.

// In the order of kKeys in main_web.cpp.
const KEYS = [
    'Tab',         'ArrowLeft', 'ArrowRight', 'ArrowUp',  'ArrowDown',
    'PageUp',      'PageDown',  'Home',       'End',      'Insert',
    'Delete',      'Backspace', ' ',          'Enter',    'Escape',
    'ControlLeft', 'ShiftLeft', 'AltLeft',    'MetaLeft', 'ControlRight',
    'ShiftRight',  'AltRight',  'MetaRight',  'a',        'c',
    'f',           'v',         'x',          'y',        'z',
    'F8',          '.',         'F3',         'g',        'h',
    'k',           '=',         '+',          '-',        '0',
    'F6'
];
export const KEY_INDEX = new Map(KEYS.map((name, index) => [name, index]));

// In the order of Report in main_web.cpp.
export const REPORT = [
    'editorVisible', 'editorX',  'editorY', 'editorWidth',   'editorHeight', 'cell',
    'lineHeight',    'scrollX',  'scrollY', 'editorOpen',    'wantsText',    'caretX',
    'caretY',        'cursor',   'dark',    'announcements', 'requests',     'work',
    'preferences',   'listOpen', 'heard',   'wish',          'takesRows',    'session',
    'drafts',        'visit'
];

// In ImGui's order of mouse cursors.
export const CURSORS = [
    'default', 'text', 'move', 'ns-resize', 'ew-resize', 'nesw-resize', 'nwse-resize', 'pointer',
    'wait', 'progress', 'not-allowed'
];

// Keys that the browser would otherwise take, or the editor's text.
export function isCommand(event) {
    return event.key === 'F6' ||
        ((event.ctrlKey || event.metaKey) && /^(k|=|\+|-|0)$/i.test(event.key));
}
// Letters that are commands while no field takes text.
export function isLetter(event) {
    return /^[?/]$/.test(event.key) && !event.ctrlKey && !event.metaKey;
}

const encoder = new TextEncoder();

// Text for a C function; valid during the call.
export function withText(module, text, call) {
    const room = text.length * 3;  // the most that UTF-8 takes
    const at = module._malloc(room + 1);
    const { written } = encoder.encodeInto(text, module.HEAPU8.subarray(at, at + room));
    module.HEAPU8[at + written] = 0;
    const result = call(at);
    module._free(at);
    return result;
}

export function withBytes(module, bytes, call) {
    const at = module._malloc(Math.max(1, bytes.length));
    module.HEAPU8.set(bytes, at);
    const result = call(at);
    module._free(at);
    return result;
}

const PREFERENCES = 'picket.preferences';

// Storage may be full, or forbidden: then every visit is the first.
export function keep(preferences) {
    try {
        localStorage.setItem(PREFERENCES, preferences);
    } catch {
    }
}
export function kept() {
    try {
        return localStorage.getItem(PREFERENCES) ?? '';
    } catch {
        return '';
    }
}
