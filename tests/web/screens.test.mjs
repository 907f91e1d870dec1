// The workbench on every screen, in Chromium: sharp at each pixel ratio, complete on each size, in
// both themes, with a finger too. Leaves pictures in build/screenshots: of every view on one
// screen, and on all of them with PICKET_PICTURES=all, which takes minutes where software draws.
import assert from 'node:assert/strict';
import {describe} from 'node:test';

import {pages} from './browser.mjs';

const { host, onPage } = pages();

// Areas and sections that a picture is taken of.
const SECTIONS = [
    ['Fleet', 'Groups'],
    ['Detect', 'Alarms'],
    ['Detect', 'Metric values'],
    ['Audit', 'Configuration'],
    ['Mitigation', 'Actions'],
    ['Access', 'Roles'],
    ['Session', 'Settings'],
    ['Session', 'Journal'],
    ['Session', 'Chronicle'],
    ['Session', 'Tables'],
];
async function goTo(workbench, area, section) {
    const narrow = await workbench.widget('Section', 'World').then(() => true, () => false);
    if (narrow) {
        // Far down the list: by the palette, as a person would.
        await workbench.press('Commands');
        await workbench.type(`${area}: ${section}`);
        await workbench.keys().press('Enter');
        await workbench.settle();
        return;
    }
    await workbench.press(area, 'World/Areas');
    await workbench.press(section, 'World/Sections');
}

const ALL = process.env.PICKET_PICTURES === 'all';
const FULL_TOUR = '1280x800';

async function firstSteps(workbench, shot, phone) {
    await shot('1-start');
    await workbench.press('Run');
    await shot('2-response');
    await workbench.press('Changes');
    await shot('3-changes');
    if (phone) await workbench.press('World', 'Panes');
    await shot('4-things');
    await workbench.press('gateway-north', 'World/things');
    await shot('5-thing');
    await workbench.press('Close', 'World/things/Item');
}

async function everyView(workbench, page, shot, phone) {
    for (const section of SECTIONS) {
        await goTo(workbench, ...section);
        await shot(`world-${section[1].toLowerCase().replace(' ', '-')}`);
    }
    if (!phone) {
        const plot = await workbench.widget('Timeline');
        await page.mouse.move(plot.left + 4, plot.y);
        await workbench.rests(700);
        await shot('6-timeline');
    }
    if (phone) await workbench.press('Request', 'Panes');
    await workbench.press('Operation');
    await shot('7-picker');
    for (let i = 0; i < 2; i++) await workbench.keys().press('Escape');
    await workbench.press('Commands');
    await workbench.type('thing gr');
    await shot('11-palette');
    for (let i = 0; i < 2; i++) await workbench.keys().press('Escape');
    await workbench.press('Shortcuts');
    await shot('12-sheet');
    await workbench.keys().press('Escape');
    await workbench.press('Copy as');
    await shot('8-copy-as');
    await workbench.keys().press('Escape');
    await page.fill('#payload', '{\n  "actionName": 7,\n  "actionParam": {},\n}');
    await workbench.rests(250);
    await shot('9-problems');
    await page.fill('#payload', 'aws iot create-thing --thing-name pump');
    await workbench.rests(250);
    await shot('10-command');
    await page.fill('#payload', '{\n  "actionName": "a",\n  \n}');
    await workbench.rests(250);
    await page.evaluate(() => {
        const area = document.getElementById('payload');
        area.focus();
        area.setSelectionRange(25, 25);
    });
    await workbench.settle();
    await workbench.keys().press('Control+Space');
    await workbench.settle();
    await shot('11-completion');
    await workbench.keys().press('Escape');
    await workbench.keys().press('Control+h');
    await workbench.settle();
    await workbench.keys().type('action');
    await workbench.settle();
    await shot('12-find');
    await workbench.keys().press('Escape');
    await workbench.press('Reset');
    await workbench.press('Form', 'Request/Payload as');
    await shot('13-form');
    await workbench.press('Dry run');
    await shot('14-dry-run');
    await workbench.press('Body', 'Response/Faces');
    await workbench.press('Tree', 'Response/Body as');
    await shot('15-tree');
    await workbench.press('History', 'Response/Faces');
    await shot('16-history');
}

describe('screens', () => {
    const screens = [
        ['1920x1080', 'light', { width: 1920, height: 1080, scale: 1 }],
        ['1280x800', 'dark', { width: 1280, height: 800, scale: ALL ? 1.5 : 1 }],
        ['768x1024', 'dark', { width: 768, height: 1024, scale: 2, touch: true }],
        ['390x844', 'light', { width: 390, height: 844, scale: 3, touch: true }],
    ];
    for (const [name, usual, size] of screens) {
        for (const theme of ALL ? ['dark', 'light'] : [usual]) {
            onPage(
                `${name} ${theme}: one real pixel per pixel, every pane in use`,
                {...size, theme },
                async (workbench, page) => {
                    const real = await page.evaluate(() => {
                        const canvas = document.getElementById('canvas');
                        return [canvas.width, canvas.height];
                    });
                    assert.deepEqual(real, [
                        Math.round(size.width * size.scale),
                        Math.round(size.height * size.scale),
                    ]);
                    assert.equal((await workbench.state()).dark, theme === 'dark');
                    const phone = size.width < 640;
                    const shot = (step) => workbench.shot(`${name}-${theme}-${step}`);
                    await firstSteps(workbench, shot, phone);
                    if (ALL || name === FULL_TOUR) {
                        await everyView(workbench, page, shot, phone);
                    }
                    assert.equal(
                        await page.evaluate(
                            () => document.documentElement.scrollWidth <= innerWidth,
                            ),
                        true,
                    );
                },
            );
        }
    }

    onPage('high contrast', { width: 1280, height: 800 }, async (workbench) => {
        await workbench.press('Theme');
        await workbench.press('Theme');
        assert.equal((await workbench.state()).theme, 'contrast');
        await workbench.press('Run');
        await workbench.press('gateway-north', 'World/things');
        await workbench.shot('contrast');
    });

    onPage('the workbench is found as it was left', {}, async (workbench, page) => {
        await workbench.press('Theme');
        await workbench.press('Session', 'World/Areas');
        await workbench.keys().press('Control+=');
        await workbench.settle();
        assert.equal((await workbench.state()).zoom.toFixed(2), '1.10');
        await page.reload();
        await page.waitForFunction(() => document.documentElement.dataset.ready === 'true');
        await workbench.settle();
        const state = await workbench.state();
        assert.equal(state.theme, 'light');
        assert.equal(state.section, 'settings');
        assert.equal(state.zoom.toFixed(2), '1.10');
    });

    onPage('the pixel ratio may change while it runs', {}, async (workbench, page) => {
        const session = await page.context().newCDPSession(page);
        for (const scale of [1.5, 2, 3, 1]) {
            await session.send('Emulation.setDeviceMetricsOverride', {
                width: 1280,
                height: 800,
                deviceScaleFactor: scale,
                mobile: false,
            });
            await page.evaluate(() => window.picket.redraw());
            await page.waitForFunction((wanted) => window.picket.scale() === wanted, scale);
            await workbench.settle();
            assert.equal(
                await page.evaluate(() => document.getElementById('canvas').width),
                1280 * scale,
            );
        }
    });

    onPage(
        'a finger scrolls a list',
        { width: 390, height: 844, scale: 2, touch: true },
        async (workbench, page) => {
            await workbench.press('World', 'Panes');
            const first = await workbench.widget('gateway-north', 'World/things');
            const session = await page.context().newCDPSession(page);
            const touch = (type, y) => session.send('Input.dispatchTouchEvent', {
                type,
                touchPoints: type === 'touchEnd' ? [] : [{ x: 150, y }],
            });
            // Above the invitation that the first screen has at its foot.
            await touch('touchStart', 480);
            for (let y = 470; y >= 180; y -= 20) await touch('touchMove', y);
            await touch('touchEnd', 180);
            await workbench.settle();
            await assert.rejects(
                workbench.widget('gateway-north', 'World/things'),
                `row was at ${first.top}`,
            );
        },
    );
});
