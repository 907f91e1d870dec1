// How long a reload of the page takes until its session is there again, in Chromium: a thousand
// lamps for thirty days under a profile of two behaviors, with the image of their World that the
// page keeps, and by a replay, as after an update of the page.
//
// node tests/bench/page_reload.mjs
import {open, Workbench} from '../web/browser.mjs';

const kStart = 1767225600, kDays = 30;
const behavior = (name, metric) => ({
    name,
    metric,
    criteria: { comparisonOperator: 'less-than', value: { count: 20 }, durationSeconds: 300 },
});
const kCalls = [
    ['CreateFleet', { fleetName: 'lamps', archetype: 'SMART_LIGHT', count: 1000 }],
    [
        'CreateSecurityProfile', {
            securityProfileName: 'p',
            behaviors:
                [behavior('m', 'aws:num-messages-sent'), behavior('d', 'aws:num-disconnects')],
        }
    ],
    [
        'AttachSecurityProfile', {
            securityProfileName: 'p',
            securityProfileTargetArn: 'arn:aws:iot:us-east-1:123456789012:all/things',
        }
    ],
];
const session = JSON.stringify({
    picketSession: 1,
    seed: 1,
    region: 'us-east-1',
    account: '123456789012',
    start: kStart,
    end: kStart + kDays * 86400,
    applied: kCalls.length,
    journal: kCalls.map(([operation, body], i) => ({ id: i + 1, time: kStart, operation, body })),
});

function drop(page) {
    return page.evaluate((body) => {
        const data = new DataTransfer();
        data.items.add(new File([body], 'month.json'));
        document.getElementById('canvas').dispatchEvent(
            new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }, session);
}
// Its record without the image, as an older page or another build leaves it.
function forgetImage(page) {
    return page.evaluate(() => new Promise((resolve) => {
                             const request = indexedDB.open('picket', 1);
                             request.onsuccess = () => {
                                 const change = request.result.transaction('sessions', 'readwrite');
                                 const store = change.objectStore('sessions');
                                 const sizes = [];
                                 store.openCursor().onsuccess =
                                     ({ target: { result: cursor } }) => {
                                         if (!cursor) return;
                                         const { image, ...rest } = cursor.value;
                                         if (image) {
                                             sizes.push(cursor.value.text.length, image.length);
                                             cursor.update(rest);
                                         }
                                         cursor.continue();
                                     };
                                 change.oncomplete = () => {
                                     request.result.close();
                                     resolve(sizes);
                                 };
                             };
                         }));
}
async function reload(page, hash) {
    const began = performance.now();
    await page.reload();
    await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
    await page.waitForFunction(() => !window.picket.state().working, null, { timeout: 200_000 });
    const took = performance.now() - began;
    if ((await page.evaluate(() => window.picket.state().worldHash)) !== hash)
        throw new Error('another World came back');
    return took;
}

const host = await open();
const workbench = await Workbench.start(host);
const { page } = workbench;
const empty = await reload(page, (await workbench.state()).worldHash);
await drop(page);
await page.waitForFunction(
    (now) => Date.parse(window.picket.state().now) === now, (kStart + kDays * 86400) * 1000,
    { timeout: 200_000 });
await page.waitForFunction(() => window.picket.kept());
const { worldHash } = await workbench.state();
const withImage = await reload(page, worldHash);
const [text, image] = await forgetImage(page);
const replayed = await reload(page, worldHash);
await host.close();
console.log(`session ${text} B, image ${image} B; milliseconds until it is there`);
console.log(
    `first visit ${empty.toFixed(0)}, with the image ${withImage.toFixed(0)}, ` +
    `replayed ${replayed.toFixed(0)}`);
