// Sessions of several tabs and visits, in Chromium under the site's policy: each tab keeps its own,
// a reload goes on where its tab was, and branches, drafts and the image of the World come back.
import assert from 'node:assert/strict';
import {describe} from 'node:test';

import {chooseOperation, pages, replaceAll, Workbench} from './browser.mjs';

// What is looked at fits a smaller page, which software draws sooner.
const { onPage } = pages({ width: 1024, height: 640 });

const ready = (page) =>
    page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
const rested = (page) => page.waitForFunction(() => !window.picket.state().working);
async function kept(page) {
    await page.waitForFunction(() => window.picket.kept());
}
async function reload(page) {
    await page.reload();
    await ready(page);
    await rested(page);
}
// Another tab of the same browser, at the same site.
async function tab(workbench, prepare) {
    const page = await workbench.context.newPage();
    page.on('console', (message) => workbench.problems.push(message.text()));
    page.on('pageerror', (error) => workbench.problems.push(error.message));
    if (prepare) await page.addInitScript(prepare);
    await page.goto(workbench.page.url());
    await ready(page);
    await rested(page);
    const other = new Workbench(page, workbench.context, workbench.problems, false);
    await other.settle();
    return other;
}
async function hour(workbench) {
    await workbench.press('+1 h');
    await rested(workbench.page);
    await kept(workbench.page);
    return (await workbench.state()).now;
}
function slots(page) {
    return page.evaluate(() => new Promise((resolve) => {
                             const open = indexedDB.open('picket', 1);
                             open.onsuccess = () => {
                                 const store =
                                     open.result.transaction('sessions').objectStore('sessions');
                                 store.getAll(IDBKeyRange.bound('meta:', 'meta:\uffff')).onsuccess =
                                     (event) => {
                                         open.result.close();
                                         resolve(event.target.result.map(({ id }) => id));
                                     };
                             };
                         }));
}

describe('visits', () => {
    onPage('two tabs keep two sessions, and each reload finds its own', {}, async (first, page) => {
        const one = await hour(first);
        const second = await tab(first);
        assert.match(
            await second.texts(), /open in another tab; this one is new, and kept beside it/);
        assert.equal((await second.state()).now < one, true);
        await second.press('+1 day');
        const two = await hour(second);
        assert.equal((await slots(page)).length, 2);
        await first.page.bringToFront();
        const later = await hour(first);
        await reload(page);
        assert.equal((await first.state()).now, later);
        await second.page.bringToFront();
        await reload(second.page);
        assert.equal((await second.state()).now, two);
        assert.equal((await slots(page)).length, 2);

        // The other one is listed, and opens beside.
        await second.press('Branches', 'Header');
        assert.match(await second.texts(), /Sessions of other visits/);
        assert.match(await second.texts(), /open in another tab/);
        await second.shot('visits-listed');
        const rows = await second.page.evaluate(
            () => window.picket.widgets()
                      .filter((item) => item.scope === 'Header/Branches')
                      .map((item) => item.label));
        const row = rows.find((label) => /\d{4}/.test(label) && !/calls?,/.test(label));
        await second.press(row, 'Header/Branches');
        await rested(second.page);
        assert.equal((await second.state()).now, later);
        assert.match(await second.texts(), /The session of .* is open/);
        await second.press('Branches', 'Header');
        await second.press('Main', 'Header/Branches');
        assert.equal((await second.state()).now, two);
        // And the first tab has noticed nothing of it.
        assert.equal((await first.state()).now, later);
    });

    onPage('a tab that ends leaves its session to the next one', {}, async (first) => {
        const one = await hour(first);
        const second = await tab(first);
        await second.press('+1 day');
        const two = await hour(second);
        await second.page.close();
        // The newest that nobody has open, and then none is left.
        const third = await tab(first);
        assert.equal((await third.state()).now, two);
        const fourth = await tab(first);
        assert.equal((await fourth.state()).now < one, true);
        assert.equal((await first.state()).now, one);
    });

    onPage('a duplicated tab does not take what its original has', {}, async (first, page) => {
        const one = await hour(first);
        const mine = await page.evaluate(() => {
            dispatchEvent(new PageTransitionEvent('pagehide'));
            return sessionStorage.getItem('picket.visit');
        });
        assert.ok(mine);
        const copy =
            await tab(first, `sessionStorage.setItem('picket.visit', ${JSON.stringify(mine)})`);
        assert.equal((await copy.state()).now < one, true);
        await copy.press('+1 day');
        await hour(copy);
        assert.equal((await slots(page)).length, 2);
    });

    onPage('without locks tabs ask each other', {}, async (workbench) => {
        const without = () => Object.defineProperty(navigator, 'locks', { value: undefined });
        const first = await tab(workbench, without);
        await first.press('+1 day');
        const one = await hour(first);
        const second = await tab(workbench, without);
        assert.equal((await second.state()).now < one, true);
        const two = await hour(second);
        await reload(first.page);
        assert.equal((await first.state()).now, one);
        await reload(second.page);
        assert.equal((await second.state()).now, two);
    });

    onPage('the session of an older build is taken up', {}, async (first, page) => {
        const one = await hour(first);
        await page.evaluate(
            () => new Promise((resolve) => {
                const open = indexedDB.open('picket', 1);
                open.onsuccess = () => {
                    const store =
                        open.result.transaction('sessions', 'readwrite').objectStore('sessions');
                    store.getAll().onsuccess = ({ target }) => {
                        const { text, at } = target.result.find((each) => each.text);
                        store.clear();
                        store.put({ text, at }, 'last');
                    };
                    store.transaction.oncomplete = () => {
                        open.result.close();
                        resolve();
                    };
                };
            }));
        const second = await tab(first);
        assert.equal((await second.state()).now, one);
    });

    onPage('old sessions go, those of open tabs stay', {}, async (first, page) => {
        await hour(first);
        await page.evaluate(
            () => new Promise((resolve) => {
                const open = indexedDB.open('picket', 1);
                open.onsuccess = () => {
                    const change = open.result.transaction('sessions', 'readwrite');
                    const store = change.objectStore('sessions');
                    for (let i = 0; i < 20; ++i) {
                        store.put({ text: '{}', at: i }, `old-${i}`);
                        store.put({ id: `old-${i}`, at: i, what: '', blocks: [] }, `meta:old-${i}`);
                    }
                    change.oncomplete = () => {
                        open.result.close();
                        resolve();
                    };
                };
            }));
        await hour(first);
        const left = await slots(page);
        assert.equal(left.length, 12);
        assert.ok(left.includes('old-19') && !left.includes('old-0'));
    });

    onPage('without room for the image the text is kept', {}, async (workbench, page) => {
        await page.evaluate(() => {
            const put = IDBObjectStore.prototype.put;
            IDBObjectStore.prototype.put = function(value, key) {
                if (value.image) throw new DOMException('no room', 'QuotaExceededError');
                return put.call(this, value, key);
            };
        });
        const now = await hour(workbench);
        assert.doesNotMatch(await workbench.texts(), /no more room/);
        await reload(page);
        assert.equal((await workbench.state()).now, now);
    });

    onPage('branches and drafts come back', {}, async (workbench, page) => {
        const main = await hour(workbench);
        await workbench.press('Branches', 'Header');
        await workbench.press('Branch from here', 'Header/Branches');
        await workbench.press('+1 day');
        await rested(page);
        const tried = await hour(workbench);
        await chooseOperation(workbench, 'CreateThingGroup');
        await replaceAll(workbench, '{"thingGroupName": "half');
        await chooseOperation(workbench, 'CreateThing');
        await replaceAll(workbench, '{"thingName": "\u00fc');
        await kept(page);
        await reload(page);
        let state = await workbench.state();
        assert.equal(state.branch, 'Branch 1');
        assert.equal(state.now, tried);
        assert.equal(state.operation, 'CreateThing');
        assert.equal(state.payload, '{"thingName": "\u00fc');
        assert.equal(
            await page.evaluate(() => document.getElementById('payload').value),
            '{"thingName": "\u00fc');
        await workbench.press('Branches', 'Header');
        await workbench.press('Main', 'Header/Branches');
        await rested(page);
        state = await workbench.state();
        assert.equal(state.branch, 'Main');
        assert.equal(state.now, main);
        await chooseOperation(workbench, 'CreateThingGroup');
        assert.equal((await workbench.state()).payload, '{"thingGroupName": "half');
        await kept(page);
        await reload(page);
        assert.equal((await workbench.state()).branch, 'Main');
    });
});
