// The engine module in a real browser, in the page and in a module worker, under the playground's
// content security policy: it loads, answers, and comes to the same World as in Node.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {cpSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {after, before, test} from 'node:test';

import {findWeb, kRoot, scratchFolder} from '../clients/support.mjs';

const { chromium } = createRequire(import.meta.url)('playwright-core');
const { serve } = await import(`file://${kRoot}/web/serve.mjs`);

function findChromium() {
    for (const name
             of [process.env.CHROMIUM,
                 'chromium',
                 'chromium-browser',
                 'google-chrome',
                 'google-chrome-stable',
    ].filter(Boolean)) {
        try {
            return execFileSync('sh', ['-c', `command -v "${name}"`], { encoding: 'utf8' }).trim();
        } catch {
            // The next name.
        }
    }
    throw new Error('no Chromium: set CHROMIUM');
}

// Told in the page, in the worker and in Node alike.
const kStory = `
import { createRequestHandler, loadPicket } from './picket.js';
export async function story() {
    const engine = (await loadPicket()).createEngine({ seed: 11 });
    for (let i = 0; i < 50; i += 1) engine.call('CreateThing', { thingName: 'pump:' + i });
    engine.advance(engine.now.getTime() + 3600_000);
    const handler = createRequestHandler(engine);
    const body = new TextEncoder().encode('{}');
    const path = '/thing-groups/plant';
    const asked = { method: 'POST', path, query: {}, headers: {}, body };
    const { response } = await handler.handle(asked);
    const opened = (await loadPicket()).createEngine();
    const same = opened.load(engine.save(), engine.image()).sameWorld;
    const id = response.headers['x-amzn-requestid'];
    return [response.statusCode, id.length, same, engine.worldHash()].join(' ');
}
`;
const kWorker = "import { story } from './story.js'; postMessage(await story());";
const kPage = `
import { story } from './story.js';
window.inPage = story();
window.inWorker = new Promise((done, fail) => {
    const worker = new Worker('./worker.js', { type: 'module' });
    worker.onmessage = (event) => done(event.data);
    worker.onerror = (event) => fail(new Error(event.message || 'the worker did not load'));
});
`;

let scratch, server, browser;
before(async () => {
    scratch = scratchFolder();
    // Below a sub-path, as on many static hosts.
    const folder = join(scratch.folder, 'some', 'path');
    cpSync(findWeb(), folder, { recursive: true, filter: (from) => !from.includes('CMakeFiles') });
    for (const [name, text] of [['story.js', kStory], ['worker.js', kWorker], ['page.js', kPage], ])
        writeFileSync(join(folder, name), text);
    writeFileSync(
        join(folder, 'index.html'),
        '<!doctype html><link rel="icon" href="data:,">' +
            '<script type="module" src="page.js"></script>',
    );
    server = await serve(scratch.folder, { port: 0 });
    browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
});
after(async () => {
    await browser?.close();
    server?.close();
    server?.closeAllConnections();
    scratch?.remove();
});

test('the page and a worker come to the same World as Node, under the policy', async () => {
    writeFileSync(
        join(scratch.folder, 'some', 'path', 'node.mjs'),
        kStory.replaceAll('./picket.js', `file://${findWeb()}/picket.js`),
    );
    const { story } = await import(`file://${join(scratch.folder, 'some', 'path', 'node.mjs')}`);
    const expected = await story();
    assert.match(expected, /^200 36 true [0-9a-f]{32}$/);

    const page = await browser.newPage();
    const problems = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    const answer = await page.goto(`http://127.0.0.1:${server.address().port}/some/path/`);
    assert.match(
        answer.headers()['content-security-policy'],
        /script-src 'self' 'wasm-unsafe-eval'/,
    );
    await page.waitForFunction(() => window.inPage && window.inWorker);
    assert.equal(await page.evaluate(() => window.inPage), expected);
    assert.equal(await page.evaluate(() => window.inWorker), expected);
    assert.deepEqual(problems, []);
});
