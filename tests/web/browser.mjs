// A built site, served below a sub-path with the strictest policy, and pages that look at it.
// Shared by the browser tests.
import assert from 'node:assert/strict';
import {mkdir, readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {extname, join, normalize} from 'node:path';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const SITE = process.env.PICKET_SITE ?? join(ROOT, 'build/site');
export const SHOTS = join(ROOT, 'build/screenshots');
const PREFIX = '/some/folder/';
const POLICY =
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; " +
    "style-src 'self'; img-src 'self' blob: data:";
const TYPES = {
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript',
    '.css': 'text/css',
    '.wasm': 'application/wasm',
    '.svg': 'image/svg+xml',
};
const FLAGS = [
    '--headless',
    '--no-sandbox',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    '--ignore-gpu-blocklist',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
];

// A page of somebody else, with the workbench far down in it.
const AROUND = `<!doctype html><title>Around</title>
<p><input id="question" autofocus></p><p><canvas width="10" height="3000"></canvas></p>
<iframe src="./" width="900" height="600"></iframe>`;

async function answer(request, response) {
    const path = new URL(request.url, 'http://localhost').pathname;
    if (path === `${PREFIX}around.html`)
        return response.writeHead(200, { 'Content-Type': TYPES['.html'] }).end(AROUND);
    const name = path === PREFIX ? 'index.html' : normalize(path.slice(PREFIX.length));
    try {
        if (!path.startsWith(PREFIX) || name.startsWith('..')) throw new Error('outside');
        const body = await readFile(join(SITE, name));
        response.writeHead(200, {
            'Content-Type': TYPES[extname(name)] ?? 'text/plain',
            'Content-Security-Policy': POLICY,
        });
        response.end(body);
    } catch {
        response.writeHead(404).end();
    }
}

export async function open() {
    const server = createServer(answer);
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
    const browser = await chromium.launch({ executablePath, args: FLAGS });
    return {
        browser,
        address: `http://127.0.0.1:${server.address().port}${PREFIX}`,
        async close() {
            await browser.close();
            await new Promise((resolve) => server.close(resolve));
        },
    };
}

// One page of the workbench, with hands: `problems` collects whatever the console, the page or the
// policy complained about.
export class Workbench {
    static async start(
        host,
        { width = 1280, height = 800, scale = 1, touch = false, theme = 'dark' } = {},
    ) {
        const context = await host.browser.newContext({
            viewport: { width, height },
            deviceScaleFactor: scale,
            hasTouch: touch,
            isMobile: touch,
            colorScheme: theme,
        });
        await context.grantPermissions(['clipboard-read', 'clipboard-write'], {
            origin: new URL(host.address).origin,
        });
        const page = await context.newPage();
        const problems = [];
        page.on('console', (message) => {
            if (message.type() !== 'log') problems.push(message.text());
        });
        page.on('pageerror', (error) => problems.push(error.message));
        page.on('requestfailed', (request) => problems.push(`${request.url()} failed`));
        page.on('response', (reply) => {
            if (reply.status() >= 400) problems.push(`${reply.url()} ${reply.status()}`);
        });
        await page.goto(host.address);
        await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
        const workbench = new Workbench(page, context, problems, touch);
        await workbench.settle();
        return workbench;
    }
    constructor(page, context, problems, touch) {
        Object.assign(this, { page, context, problems, touch });
    }
    close() {
        return this.context.close();
    }
    state() {
        return this.page.evaluate(() => window.picket.state());
    }
    frames() {
        return this.page.evaluate(() => window.picket.frames());
    }
    keys() {
        return this.page.keyboard;
    }

    // Until no frame is asked for: 120 ms pass without one.
    async settle() {
        await this.page.evaluate(() => {
            window.picket.widgets();
            window.picket.redraw();
        });
        await this.rests(120);
    }
    rests(ms) {
        return this.page.evaluate(
            (quiet) => new Promise((resolve) => {
                let last = window.picket.frames(), since = performance.now();
                const look = setInterval(() => {
                    const now = window.picket.frames();
                    // On a loaded machine a frame that was asked for may be long in coming.
                    if (now !== last || window.picket.busy())
                        [last, since] = [now, performance.now()];
                    if (performance.now() - since < quiet) return;
                    clearInterval(look);
                    resolve();
                }, 15);
            }),
            ms,
        );
    }
    until(name, value) {
        return this.page.waitForFunction(
            ([key, wanted]) => window.picket.state()[key] === wanted,
            [name, value],
        );
    }
    async widget(label, scope = '') {
        await this.settle();
        const found = await this.page.evaluate(
            ([name, within]) => {
                const scale = window.picket.scale();
                const item = window.picket.widgets().find(
                    (one) => one.label === name && one.scope.startsWith(within));
                return (item && {
                    ...item,
                    x: (item.left + item.right) / 2 / scale,
                    y: (item.top + item.bottom) / 2 / scale,
                    left: item.left / scale,
                    top: item.top / scale,
                    right: item.right / scale,
                    bottom: item.bottom / scale,
                });
            },
            [label, scope],
        );
        if (!found) throw new Error(`no widget "${label}" in "${scope}"`);
        return found;
    }
    async press(label, scope) {
        const { x, y } = await this.widget(label, scope);
        if (this.touch) await this.page.touchscreen.tap(x, y);
        else await this.page.mouse.click(x, y);
        await this.settle();
    }
    async type(text) {
        await this.keys().type(text);
        await this.settle();
    }
    async texts() {
        await this.settle();
        return this.page.evaluate(
            () => window.picket.widgets().map((item) => item.text).join('\n'),
        );
    }
    shot(name) {
        return this.page.screenshot({ path: join(SHOTS, `${name}.png`) });
    }
    // How many colours a patch of the screen has: one means that nothing is drawn there.
    async colours(x, y, width, height) {
        const png = await this.page.screenshot({ clip: { x, y, width, height } });
        return this.page.evaluate(async (base64) => {
            const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
            const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
            const canvas = new OffscreenCanvas(bitmap.width, bitmap.height),
                  context = canvas.getContext('2d');
            context.drawImage(bitmap, 0, 0);
            const words = new Uint32Array(
                context.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer,
            );
            return new Set(words).size;
        }, png.toString('base64'));
    }
}

// Puts the caret into the payload, as a person does.
export async function intoEditor(workbench) {
    const pane = await workbench.widget('Payload');
    await workbench.page.mouse.click(pane.left + 60, pane.top + 30);
    await workbench.settle();
}
// A paste as the browser announces it; the text is too long to be typed.
export function paste(page, text) {
    return page.evaluate((pasted) => {
        const data = new DataTransfer();
        data.setData('text/plain', pasted);
        const ordinary = document.activeElement.dispatchEvent(new ClipboardEvent(
            'paste', { bubbles: true, cancelable: true, clipboardData: data }));
        if (ordinary) document.execCommand('insertText', false, pasted);
    }, text);
}
// Sessions of any length, as LoadSession takes them.
export function sessionOf(things) {
    const start = 1767225600;
    const journal = Array.from({ length: things }, (_, i) => JSON.stringify({
        id: i + 1,
        time: start,
        operation: 'CreateThing',
        body: {
            thingName: `meter-${i + 1}`,
            attributePayload: { attributes: { site: 'north', floor: 'second-floor-of-the-house' } },
        },
    }));
    return `{"session": {"picketSession": 1, "seed": 1, "region": "us-east-1",
"account": "123456789012", "start": ${start}, "end": ${start + 1500}, "applied": ${things},
"journal": [\n${journal.join(',\n')}\n]}}`;
}
export async function chooseOperation(workbench, name) {
    await workbench.press('Operation');
    await workbench.keys().type(name);
    await workbench.settle();
    await workbench.keys().press('Enter');
    await workbench.settle();
}
// How long each task of the page took, of those over 50 ms, from now on: what holds up a frame.
export async function watchTasks(page) {
    await page.evaluate(() => {
        window.tasks = [];
        window.watching ??= new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) window.tasks.push(entry.duration);
        });
        window.watching.observe({ entryTypes: ['longtask'] });
    });
}
export function longestTask(page) {
    return page.evaluate(() => Math.max(0, ...window.tasks));
}
export async function replaceAll(workbench, text) {
    await intoEditor(workbench);
    await workbench.keys().press('Control+a');
    await workbench.keys().insertText(text);
    await workbench.settle();
}

// Call once per test file: a browser for all its tests, and `onPage`, which gives a test a fresh
// page that must end without a complaint of the console, the network or the policy. `usual` is what
// its pages are like unless a test says otherwise.
export function pages(usual = {}) {
    let host;
    before(async () => {
        await mkdir(SHOTS, { recursive: true });
        host = await open();
    });
    after(() => host?.close());
    const onPage = (name, options, run) =>
        test(name, async () => {
            const workbench = await Workbench.start(host, { ...usual, ...options });
            try {
                await run(workbench, workbench.page);
                assert.deepEqual(workbench.problems, []);
            } finally {
                await workbench.close();
            }
        });
    return { host: () => host, onPage };
}
