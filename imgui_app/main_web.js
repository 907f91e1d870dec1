// Starts the workbench in the page: loads the program with a progress bar, connects the browser to
// it, and says plainly what is missing when it cannot run.
import createApp from './app.js';
import {Heard} from './heard_web.js';
import {kept, withText} from './host_web.js';
import {Imports} from './import_web.js';
import {Platform} from './platform_web.js';
import {SessionKeeper} from './session_web.js';
import {TextareaModel} from './textarea_web.js';

const element = (id) => document.getElementById(id);

function fail(text) {
    element('loading').hidden = true;
    element('stage').hidden = true;
    element('problem-text').textContent = text;
    element('problem').hidden = false;
}

// Streams the program in, so that it compiles while it loads, and counts the bytes on their way.
async function instantiate(imports) {
    const bar = element('progress');
    const total = Number(bar.dataset.bytes) || 0;
    const url = new URL('app.wasm', import.meta.url);
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url.pathname}: ${response.status}`);
    let received = 0;
    const counted = response.body.pipeThrough(new TransformStream({
        transform(chunk, controller) {
            received += chunk.byteLength;
            if (total > 0) bar.value = Math.min(1, received / total);
            controller.enqueue(chunk);
        },
    }));
    const typed = new Response(counted, { headers: { 'Content-Type': 'application/wasm' } });
    return WebAssembly.instantiateStreaming(typed, imports);
}

// Rasterises glyphs that our fonts lack with whatever the system has.
class Glyphs {
    constructor() {
        this.size = 256;
        const canvas = document.createElement('canvas');
        canvas.width = canvas.height = this.size;
        this.context = canvas.getContext('2d', { willReadFrequently: true });
    }
    draw(code, size, mono, metrics, pixels) {
        const context = this.context, text = String.fromCodePoint(code);
        context.font = `${size}px ${mono ? '"Picket Mono", monospace' : 'system-ui, sans-serif'}`;
        const box = context.measureText(text);
        const left = Math.floor(-box.actualBoundingBoxLeft) - 1,
              top = Math.floor(-box.actualBoundingBoxAscent) - 1;
        const width = Math.ceil(box.actualBoundingBoxRight) - left + 1;
        const height = Math.ceil(box.actualBoundingBoxDescent) - top + 1;
        const drawn = width > 2 && height > 2 && width <= this.size && height <= this.size;
        metrics.set([box.width, left, top, drawn ? width : 0, drawn ? height : 0]);
        if (!drawn) return 1;
        context.clearRect(0, 0, width, height);
        context.fillStyle = '#fff';
        context.fillText(text, -left, -top);
        const image = context.getImageData(0, 0, width, height).data;
        for (let i = 0; i < width * height; i++) pixels[i] = image[i * 4 + 3];
        return 1;
    }
}

// For tests and for reports of what somebody saw; nothing in the page uses it.
function exposeState(module, platform) {
    const json = (at) => JSON.parse(module.UTF8ToString(at));
    window.picket = {
        state: () => json(module._app_state()),
        widgets: () => json(module._app_widgets()),
        frames: () => platform.frames,
        busy: () => Boolean(platform.request || platform.pumping),
        scale: () => platform.scale,
        kept: () => platform.session.allKept(),
        redraw: () => platform.poke(),
    };
}

async function start() {
    const glyphs = new Glyphs();
    let platform = null;
    const page = {
        glyph: (...rest) => glyphs.draw(...rest),
        setClipboard: (text) => platform.setClipboard(text),
    };
    const module = await new Promise((resolve, reject) => {
        const instantiateWasm = (imports, done) => {
            instantiate(imports).then((made) => done(made.instance, made.module)).catch(reject);
            return {};
        };
        createApp({ page, instantiateWasm }).then(resolve, reject);
    });
    const started = withText(module, kept(), (at) => module._app_start(at));
    if (!started) {
        fail(
            'Picket draws with WebGL 2, which this browser does not offer. ' +
            'It may be switched off in the settings.');
        return;
    }
    platform = new Platform(
        module, element('canvas'), element('agent'), element('stage'), element('status'));
    platform.heard =
        new Heard(element('heard'), ['canvas', 'payload', 'agent'].map((id) => element(id)));
    platform.imports = new Imports(module, platform, element('file'));
    platform.session = new SessionKeeper(module, platform);
    platform.imports.before = () => platform.session.keep();
    platform.editor = new TextareaModel(module, platform, element('payload'));
    await platform.editor.start();
    await platform.session.start();
    element('stage').hidden = false;
    platform.start();
    for (const [id, dryRun] of [['run', 0], ['dry-run', 1]]) {
        element(id).addEventListener('click', () => platform.with(() => module._app_run(dryRun)));
    }
    exposeState(module, platform);
    element('loading').hidden = true;
    // So that the keyboard works before anything is clicked; but inside another page the focus is
    // that page's.
    if (window.parent === window && document.activeElement === document.body)
        element('canvas').focus({ preventScroll: true });
    document.documentElement.dataset.ready = 'true';
}

start().catch((error) => {
    console.error(error);
    fail(`Picket could not be loaded: ${error.message}. Reloading the page may help.`);
});
