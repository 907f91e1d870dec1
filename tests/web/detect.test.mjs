// Detect in the workbench, in Chromium: from the first press to an alarm that says why, attacks,
// messages, guides. Pictures of every view are left in build/screenshots: of one screen, and of all
// with PICKET_PICTURES=all, which takes minutes where software draws.
import assert from 'node:assert/strict';
import {describe} from 'node:test';

import {pages} from './browser.mjs';

const { onPage } = pages();

async function goTo(workbench, area, section) {
    const narrow = await workbench.widget('Section', 'World').then(() => true, () => false);
    if (!narrow) {
        await workbench.press(area, 'World/Areas');
        await workbench.press(section, 'World/Sections');
        return;
    }
    await workbench.press('Commands');
    await workbench.type(`${area}: ${section}`);
    await workbench.keys().press('Enter');
    await workbench.settle();
}

// The first row of a list whose name is not known beforehand.
async function pressFirstRow(workbench, page, section, like) {
    await workbench.settle();
    const label = await page.evaluate(
        ([scope, pattern]) => window.picket.widgets().find(
            (one) => one.scope === scope && new RegExp(pattern).test(one.label))?.label,
        [`World/${section}`, like],
    );
    assert.ok(label, `a row in ${section}`);
    await workbench.press(label, `World/${section}`);
}

async function scroll(workbench, page, widget, lines) {
    await page.mouse.move(widget.x, widget.y);
    await page.mouse.wheel(0, lines * 100);
    await workbench.rests(400);
}

describe('detect', () => {
    onPage('one press, and half a minute later there is an alarm that says why',
        { width: 1280, height: 800 }, async (workbench, page) => {
            await workbench.widget('Let time run', 'World/Invitation').then(
                ({ x, y }) => page.mouse.click(x, y));
            await page.waitForFunction(() => window.picket.state().alarms > 0);
            const pause = await page.evaluate(
                () => window.picket.widgets().find((one) => one.label === 'Pause'));
            await page.mouse.click((pause.left + pause.right) / 2, (pause.top + pause.bottom) / 2);
            await workbench.settle();
            const state = await workbench.state();
            assert.equal(state.section, 'alarms');
            await pressFirstRow(workbench, page, 'alarms', '^\\d{10}');
            assert.match(await workbench.texts(), /In alarm/);
            assert.match(await workbench.texts(), /violates in-port-set/);
        });

    const all = process.env.PICKET_PICTURES === 'all';
    const screens = [
        ['1280x800', { width: 1280, height: 800, scale: 1 }],
        ['390x844', { width: 390, height: 844, scale: 3, touch: true }],
    ];
    for (const [name, size] of all ? screens : screens.slice(0, 1)) {
        for (const theme of all ? ['dark', 'light'] : ['dark']) {
            const title = `every view at ${name}, ${theme}`;
            onPage(title, {...size, theme }, async (workbench, page) => {
                const phone = size.width < 640;
                const shot = (step) => workbench.shot(`detect-${name}-${theme}-${step}`);
                if (phone) await workbench.press('World', 'Panes');
                await shot('01-first');
                await goTo(workbench, 'Session', 'Guides');
                await shot('02-guides');
                await workbench.press('Next event');
                await workbench.press('+1 h');
                await goTo(workbench, 'Fleet', 'Simulator');
                await workbench.press('meters', 'World/simulated-fleets');
                await workbench.press('Message flood', 'World/simulated-fleets/Item/Why/At once');
                await workbench.press('+1 h');
                await shot('03-simulator');
                if (phone) await workbench.press('Close', 'World/simulated-fleets/Item');
                await goTo(workbench, 'Fleet', 'Attacks');
                await pressFirstRow(workbench, page, 'attacks', '^[0-9a-f]{32}$');
                await shot('04-attack');
                if (phone) await workbench.press('Close', 'World/attacks/Item');
                await goTo(workbench, 'Detect', 'Alarms');
                await shot('05-alarms');
                await pressFirstRow(workbench, page, 'alarms', '^\\d{10}');
                await shot('06-alarm');
                const panel = await workbench.widget('Close', 'World/alarms/Item');
                await scroll(workbench, page, { x: panel.x - 60, y: panel.y + 250 }, 6);
                await shot('07-alarm-below');
                await workbench.press('Close', 'World/alarms/Item');
                await goTo(workbench, 'Detect', 'History');
                await shot('08-history');
                await goTo(workbench, 'Detect', 'Alarms over time');
                await shot('09-lanes');
                await goTo(workbench, 'Detect', 'Why, or why not');
                await shot('10-why');
                await goTo(workbench, 'Detect', 'Metric values');
                await shot('11-metrics');
                await goTo(workbench, 'Detect', 'Messages');
                await shot('12-messages');
                await pressFirstRow(workbench, page, 'messages', '^\\d{10}');
                await shot('13-message');
                await workbench.press('Close', 'World/messages/Item');
                await goTo(workbench, 'Detect', 'CloudWatch');
                await shot('14-cloudwatch');
                assert.ok((await workbench.state()).alarms > 0);
                assert.equal((await workbench.state()).attacks, 1);
                await goTo(workbench, 'Session', 'Guides');
                await workbench.press('Begin', 'World/guides/The guide on ML Detect');
                if (phone) await workbench.press('World', 'Panes');
                await goTo(workbench, 'Session', 'Guides');
                await workbench.press('Run this step', 'World/guides');
                await shot('15-guide');
            });
        }
    }
});
