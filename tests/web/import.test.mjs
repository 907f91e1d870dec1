// The user's own data in the page, in Chromium under its policy: a file is dropped, looked at,
// added, raises an alarm, and is there again after a reload; sessions are kept with the blocks of
// their recordings, each once, and a full disk is told. Pictures are left in build/screenshots.
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {describe} from 'node:test';

import {pages} from './browser.mjs';

const { onPage } = pages();
const EXAMPLE =
    await readFile(new URL('../../examples/recordings/two-gateways.csv', import.meta.url), 'utf8');

// In the order of ImportStep.
const WAITING = 0, READING = 1, REVIEW = 2, REFUSED = 3;

function drag(page, kind, name, text) {
    return page.evaluate(([type, file, body]) => {
        const data = new DataTransfer();
        data.items.add(new File([body], file));
        const event = new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true });
        document.getElementById('canvas').dispatchEvent(event);
    }, [kind, name, text]);
}
async function drop(workbench, name, text) {
    await drag(workbench.page, 'drop', name, text);
    await workbench.page.waitForFunction(
        (reading) => window.picket.state().importStep !== reading, READING);
    await workbench.settle();
}
function kept(page) {
    return page.waitForFunction(() => window.picket.kept());
}
function blocks(page) {
    return page.evaluate(
        () => new Promise((resolve, reject) => {
            const open = indexedDB.open('picket', 1);
            open.onerror = () => reject(open.error);
            open.onsuccess = () => {
                const keys = open.result.transaction('blocks').objectStore('blocks').getAllKeys();
                keys.onsuccess = () => {
                    open.result.close();
                    resolve(keys.result);
                };
            };
        }));
}
async function reload(page) {
    await page.reload();
    await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
    await page.waitForFunction(() => !window.picket.state().working);
}

describe('import', () => {
    onPage(
        'a dropped file is looked at, added, raises an alarm, and survives a reload',
        { width: 1280, height: 800 }, async (workbench, page) => {
            await drag(page, 'dragover', 'two-gateways.csv', EXAMPLE);
            assert.match(await workbench.texts(), /Drop it to read its rows/);
            await workbench.shot('import-drop');
            await drop(workbench, 'two-gateways.csv', EXAMPLE);
            let state = await workbench.state();
            assert.equal(state.importStep, REVIEW);
            assert.match(await workbench.texts(), /2 rows and values/);
            await workbench.shot('import-review');
            await workbench.press('Add to the session', 'World/import/Add');
            state = await workbench.state();
            assert.equal(state.recordings, 1);
            assert.equal(state.responseOperation, 'AddRecording');
            assert.equal(state.status, 200);
            await workbench.shot('import-added');
            await workbench.press('+1 h');
            await page.waitForFunction(() => !window.picket.state().working);
            assert.equal((await workbench.state()).alarms, 1);
            await kept(page);
            assert.equal((await blocks(page)).length, 1);
            const { worldHash, now } = await workbench.state();
            await reload(page);
            state = await workbench.state();
            assert.equal(state.worldHash, worldHash);
            assert.equal(state.now, now);
            assert.equal(state.recordings, 1);
            assert.match(await workbench.texts(), /The session of your last visit is open/);
            // The block is at hand: the rows happen again after a rewind.
            await workbench.press('+1 h');
            await workbench.press('Rewind', 'Clock');
            await workbench.press('+1 h');
            await page.waitForFunction(() => !window.picket.state().working);
            assert.equal((await workbench.state()).recordings, 1);
        });

    onPage(
        'a block is kept once, and dropped when nothing needs it', {}, async (workbench, page) => {
            await drop(workbench, 'two-gateways.csv', EXAMPLE);
            await workbench.press('Add to the session', 'World/import/Add');
            await drop(workbench, 'again.csv', EXAMPLE);
            await workbench.press('Add to the session', 'World/import/Add');
            assert.equal((await workbench.state()).recordings, 2);
            await kept(page);
            const [name] = await blocks(page);
            assert.deepEqual(await blocks(page), [name]);
            await page.evaluate(() => new Promise((resolve) => {
                const open = indexedDB.open('picket', 1);
                open.onsuccess = () => {
                    const change = open.result.transaction('blocks', 'readwrite');
                    change.objectStore('blocks').put(new Uint8Array(8), 'of nobody');
                    change.oncomplete = () => {
                        open.result.close();
                        resolve();
                    };
                };
            }));
            assert.equal((await blocks(page)).length, 2);
            // The branch that is left behind still needs it, in this visit and in the next.
            await workbench.press('Branches', 'Header');
            await workbench.press('Start empty', 'Header/Branches');
            await kept(page);
            assert.deepEqual(await blocks(page), [name]);
            await reload(page);
            assert.equal((await workbench.state()).recordings, 0);
            await workbench.press('Branches', 'Header');
            await workbench.press('Main', 'Header/Branches');
            await page.waitForFunction(() => !window.picket.state().working);
            assert.equal((await workbench.state()).recordings, 2);
            await workbench.press('+1 h');
            await page.waitForFunction(() => !window.picket.state().working);
            assert.equal((await workbench.state()).alarms > 0, true);
        });

    onPage('what is no data says so, and nothing changes', {}, async (workbench, page) => {
        const { worldHash } = await workbench.state();
        for (const [name, text, said] of [
                 ['empty.csv', '', /There are no rows in the file/],
                 ['photo.jpg', '\u0000\u0001JFIF\u0000', /The file is no text in UTF-8/],
                 ['words.txt', 'just words\nand more\n', /No column has/],
        ]) {
            await drop(workbench, name, text);
            assert.equal((await workbench.state()).importStep, REFUSED, name);
            assert.match(await workbench.texts(), said);
            await workbench.press('Take another file', 'World/import');
            assert.equal((await workbench.state()).importStep, WAITING);
        }
        assert.equal((await workbench.state()).worldHash, worldHash);
        await workbench.shot('import-waiting');
    });

    onPage('100 MB are read in pieces; cancelled, nothing is left', {}, async (workbench, page) => {
        await page.evaluate(() => {
            const lines = ['time,thing,metric,value\n'];
            let size = 0;
            for (let i = 0; size < 100e6; i++) {
                const block = [];
                for (let k = 0; k < 1000; k++)
                    block.push(
                        `${1767225600 + i * 300},thing-${1000 + k},` +
                        `aws:num-messages-sent,${(i * 7 + k) % 60}\n`);
                const text = block.join('');
                size += text.length;
                lines.push(text);
            }
            window.big = new File(lines, 'big.csv');
            window.dropBig = () => {
                const data = new DataTransfer();
                data.items.add(window.big);
                window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
                let last = performance.now();
                window.longest = 0;
                // What the page does between two looks, without the drawing that software does
                // here.
                const look = () => {
                    const now = performance.now();
                    window.longest = Math.max(window.longest, now - last);
                    last = now;
                    if (window.picket.state().importStep === 1) setTimeout(look, 0);
                };
                setTimeout(look, 0);
            };
            window.dropBig();
        });
        await page.waitForFunction(() => window.picket.state().importRead > 5e6);
        await workbench.shot('import-reading');
        const cancel = await page.evaluate(() => {
            window.picket.widgets();
            return new Promise(
                (resolve) => setTimeout(() => {
                    const scale = window.picket.scale();
                    const item = window.picket.widgets().find((one) => one.label === 'Cancel');
                    resolve(item && [
                        (item.left + item.right) / 2 / scale, (item.top + item.bottom) / 2 / scale
                    ]);
                }, 300));
        });
        await page.mouse.click(...cancel);
        await page.waitForFunction(() => window.picket.state().importStep === 0);
        const began = Date.now();
        await page.evaluate(() => window.dropBig());
        await page.waitForFunction(
            () => window.picket.state().importStep === 2, null, { timeout: 120_000 });
        const seconds = (Date.now() - began) / 1000;
        const longest = await page.evaluate(() => window.longest);
        console.log(`# 100 MB in ${seconds.toFixed(1)} s, longest pause ${longest.toFixed(0)} ms`);
        assert.match(await workbench.texts(), /1,000 things/);
        await workbench.press('Discard', 'World/import/Add');
        assert.equal((await workbench.state()).importStep, WAITING);
    });

    const tall = { width: 1280, height: 2000 };
    onPage('rows are pasted where no field takes them', tall, async (workbench, page) => {
        await page.evaluate((text) => navigator.clipboard.writeText(text), EXAMPLE);
        await workbench.press('Commands');
        await workbench.type('Session: Import');
        await workbench.keys().press('Enter');
        await workbench.settle();
        await workbench.press('Paste', 'World/import');
        await page.waitForFunction(() => window.picket.state().importStep === 2);
        await workbench.press('Discard', 'World/import/Add');
        await workbench.keys().press('Control+v');
        await page.waitForFunction(() => window.picket.state().importStep === 2);
        const chooser = page.waitForEvent('filechooser');
        await workbench.press('Discard', 'World/import/Add');
        await workbench.press('Choose a file', 'World/import');
        await (await chooser)
            .setFiles({ name: 'two.csv', mimeType: 'text/csv', buffer: Buffer.from(EXAMPLE) });
        await page.waitForFunction(() => window.picket.state().importStep === 2);
        assert.match(await workbench.texts(), /two\.csv/);
        // A file that is chosen is read again with another mapping.
        await workbench.press('Role', 'World/import/Columns/temperature');
        await workbench.press('Ignored', 'World/import/Columns/temperature/Roles');
        await page.waitForFunction(() => window.picket.state().importStep === 2);
        assert.match(await workbench.texts(), /95 values/);
    });

    onPage('a session file that is dropped opens', {}, async (workbench, page) => {
        await workbench.press('+1 h');
        await kept(page);
        const session = await page.evaluate(
            () => new Promise((resolve) => {
                const open = indexedDB.open('picket', 1);
                open.onsuccess = () => {
                    const store = open.result.transaction('sessions').objectStore('sessions');
                    store.getAll().onsuccess = ({ target }) =>
                        resolve(target.result.find((each) => each.text).text);
                };
            }));
        const { worldHash } = await workbench.state();
        await workbench.press('Branches', 'Header');
        await workbench.press('Start empty', 'Header/Branches');
        await drop(workbench, 'mine.json', session);
        await page.waitForFunction((hash) => window.picket.state().worldHash === hash, worldHash);
        assert.match(await workbench.texts(), /mine\.json is open/);
    });

    onPage('a full disk is told, and what was kept stays', {}, async (workbench, page) => {
        await workbench.press('+1 h');
        await kept(page);
        const { now } = await workbench.state();
        await page.evaluate(() => {
            IDBObjectStore.prototype.put = () => {
                throw new DOMException('no room', 'QuotaExceededError');
            };
        });
        await drop(workbench, 'two-gateways.csv', EXAMPLE);
        await workbench.press('Add to the session', 'World/import/Add');
        await page.waitForFunction(
            () => document.getElementById('status').textContent.includes('no more room'));
        assert.equal((await workbench.state()).recordings, 1);
        await reload(page);
        assert.equal((await workbench.state()).now, now);
    });

    const all = process.env.PICKET_PICTURES === 'all';
    const screens = [
        ['390x844', { width: 390, height: 844, scale: 3, touch: true }],
        ['1280x800', { width: 1280, height: 800, scale: 1 }]
    ];
    for (const [name, size] of all ? screens : []) {
        for (const theme of ['dark', 'light']) {
            onPage(`pictures at ${name}, ${theme}`, {...size, theme }, async (workbench, page) => {
                const shot = (step) => workbench.shot(`import-${name}-${theme}-${step}`);
                await drop(workbench, 'words.txt', 'when,who\nnever,lamp\n');
                await shot('1-refused');
                await workbench.press('Take another file', 'World/import');
                await shot('2-waiting');
                await drop(workbench, 'two-gateways.csv', EXAMPLE);
                await shot('3-review');
                const box = await workbench.widget('Name', 'World/import/Add');
                await page.mouse.move(box.x, box.y + 200);
                await page.mouse.wheel(0, 700);
                await workbench.rests(300);
                await shot('4-below');
                await page.mouse.wheel(0, 900);
                await workbench.rests(300);
                await shot('5-below');
                await page.mouse.wheel(0, -5000);
                await workbench.rests(300);
                await workbench.press('Add to the session', 'World/import/Add');
                await shot('6-added');
            });
        }
    }
});
