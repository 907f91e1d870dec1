// The browser half of the platform layer: canvas size in real pixels, pointer, touch, wheel, keys,
// clipboard, and frames on demand. Nothing is drawn unless input, engine work or a timer of the
// interface asks for it.

import * as host from './host_web.js';
import {CURSORS, isCommand, isLetter, keep, KEY_INDEX, REPORT} from './host_web.js';

const PUMP_MS = 8;         // engine work between two looks at the event queue
const PUMP_UNITS = 20000;  // work units per step of it
const TOUCH_SLOP = 8;      // CSS pixels a finger may move and still be a tap

export class Platform {
    constructor(module, canvas, agent, stage, status) {
        this.module = module;
        this.canvas = canvas;
        this.agent = agent;
        this.stage = stage;
        this.status = status;
        this.report = {};
        this.frames = 0;
        this.editor = this.heard = this.imports = this.session = null;  // set by main_web.js
        this.copied = null;
        this.width = this.height = 1;
        this.scale = devicePixelRatio;
        this.darkQuery = matchMedia('(prefers-color-scheme: dark)');
        this.touchQuery = matchMedia('(pointer: coarse)');
        this.channel = new MessageChannel();
        this.channel.port1.onmessage = () => this.pump();
    }

    start() {
        this.measure();
        this.watchSize();
        this.listenPointer();
        this.listenTouch();
        this.listenKeys();
        this.listenClipboard();
        const poke = () => this.poke();
        this.darkQuery.addEventListener('change', poke);
        this.touchQuery.addEventListener('change', poke);
        addEventListener('focus', () => this.with(() => this.module._in_focus(1)));
        addEventListener('blur', () => this.with(() => this.module._in_focus(0)));
        document.addEventListener('visibilitychange', () => {
            if (!document.hidden) poke();
        });
        this.canvas.addEventListener('webglcontextrestored', poke);
        this.poke();
    }

    withText(text, call) {
        return host.withText(this.module, text, call);
    }
    withBytes(bytes, call) {
        return host.withBytes(this.module, bytes, call);
    }

    // ---- frames ----

    with(change) {
        change();
        this.schedule();
    }
    poke() {
        this.module._app_poke();
        this.schedule();
    }
    schedule() {
        if (!this.request && !document.hidden)
            this.request = requestAnimationFrame(() => this.frame());
    }
    frame() {
        if (this.request) cancelAnimationFrame(this.request);
        this.request = 0;
        clearTimeout(this.timer);
        if (document.hidden) return;
        if (devicePixelRatio !== this.scale && this.measure()) this.module._app_poke();
        const next = this.module._app_frame(
            performance.now(), this.canvas.width, this.canvas.height, this.scale,
            this.touchQuery.matches ? 1 : 0, this.darkQuery.matches ? 1 : 0);
        this.frames++;
        this.readReport();
        this.afterFrame();
        if (next === 0) this.schedule();
        else if (next > 0) this.timer = setTimeout(() => this.schedule(), next);
    }
    readReport() {
        const at = this.module._app_report() >> 2;
        REPORT.forEach((name, index) => {
            this.report[name] = this.module.HEAPF32[at + index];
        });
    }
    afterFrame() {
        const report = this.report;
        this.stage.style.cursor = CURSORS[report.cursor] ?? 'default';
        document.documentElement.dataset.theme = report.dark ? 'dark' : 'light';
        if (report.announcements !== this.announced) {
            this.announced = report.announcements;
            this.status.textContent = this.module.UTF8ToString(this.module._app_announcement());
        }
        if (report.preferences !== (this.kept ?? 0))
            keep(this.module.UTF8ToString(this.module._app_preferences()));
        this.kept = report.preferences;
        this.editor.follow(report);
        this.followAgent(report);
        this.heard.follow(report.heard, () => this.module.UTF8ToString(this.module._app_heard()));
        this.imports.follow(report.wish);
        this.session.follow(report, report.work !== 0);
        if (report.work) this.startPump();
    }
    startPump() {
        if (this.pumping) return;
        this.pumping = true;
        this.channel.port2.postMessage(0);
    }
    pump() {
        this.pumping = false;
        const end = performance.now() + PUMP_MS;
        let more = true;
        while (more && performance.now() < end) more = this.module._app_pump(PUMP_UNITS) !== 0;
        this.schedule();
        if (more) this.startPump();
    }

    // ---- size ----

    measure(width = this.canvas.clientWidth, height = this.canvas.clientHeight, exact = null) {
        this.scale = devicePixelRatio;
        this.width = width;
        this.height = height;
        // The browser knows the exact count of real pixels; it is believed when it is plausible.
        const pick = (css, real) => {
            const rounded = Math.round(css * this.scale);
            return Math.max(1, real && Math.abs(real - rounded) <= 1 ? real : rounded);
        };
        const deviceWidth = pick(width, exact?.inlineSize),
              deviceHeight = pick(height, exact?.blockSize);
        if (this.canvas.width === deviceWidth && this.canvas.height === deviceHeight) return false;
        this.canvas.width = deviceWidth;
        this.canvas.height = deviceHeight;
        return true;
    }
    watchSize() {
        const observer = new ResizeObserver((entries) => {
            const entry = entries[entries.length - 1];
            this.measure(
                entry.contentRect.width, entry.contentRect.height,
                entry.devicePixelContentBoxSize?.[0]);
            this.module._app_poke();
            this.frame();  // at once: a resized canvas is empty
        });
        try {
            observer.observe(this.canvas, { box: 'device-pixel-content-box' });
        } catch {
            observer.observe(this.canvas);
        }
        const watchScale = () =>
            matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => {
                this.measure();
                this.poke();
                watchScale();
            }, { once: true });
        watchScale();
    }

    // ---- pointer ----

    move(event) {
        const box = this.canvas.getBoundingClientRect();
        this.module._in_move(
            (event.clientX - box.left) * this.scale, (event.clientY - box.top) * this.scale,
            event.pointerType === 'touch' ? 1 : 0);
        this.schedule();
    }
    listenPointer() {
        const button = (event) => [0, 2, 1][event.button] ?? 0;
        this.stage.addEventListener('pointermove', (event) => {
            if (event.pointerType !== 'touch') this.move(event);
        });
        this.stage.addEventListener('pointerdown', (event) => {
            if (event.pointerType === 'touch' || event.target === this.editor.area) return;
            event.preventDefault();
            this.move(event);
            const onList = this.report.listOpen;  // a list over the text leaves it the focus
            this.canvas.setPointerCapture(event.pointerId);
            this.module._in_button(button(event), 1);
            this.settle();
            // Keys go where the pointer went; an ImGui field takes them by its agent.
            if (document.activeElement !== this.agent && !onList)
                this.canvas.focus({ preventScroll: true });
        });
        this.stage.addEventListener('pointerup', (event) => {
            if (event.pointerType === 'touch' || event.target === this.editor.area) return;
            this.move(event);
            this.module._in_button(button(event), 0);
            this.settle();
        });
        this.stage.addEventListener('pointerleave', () => this.with(() => this.module._in_leave()));
        this.stage.addEventListener('wheel', (event) => {
            if (event.ctrlKey || event.target === this.editor.area) return;
            event.preventDefault();
            const unit = (event.deltaMode === 1     ? 20 :
                              event.deltaMode === 2 ? 400 :
                                                      1) *
                this.scale;
            this.module._in_scroll(-event.deltaX * unit, -event.deltaY * unit);
            this.schedule();
        }, { passive: false });
        this.stage.addEventListener('contextmenu', (event) => {
            if (event.target !== this.editor.area) event.preventDefault();
        });
    }
    // Frames inside the gesture, so that focus moved by them may open the keyboard on the screen.
    settle() {
        this.frame();
        this.frame();
    }

    // ---- touch: a tap presses, a drag scrolls what is under it, and goes on for a moment ----

    listenTouch() {
        let finger = null;
        const isOurs = (event) =>
            event.pointerType === 'touch' && event.target !== this.editor.area;
        this.stage.addEventListener('pointerdown', (event) => {
            if (!isOurs(event) || finger) return;
            event.preventDefault();
            finger = {
                id: event.pointerId,
                x: event.clientX,
                y: event.clientY,
                at: event.timeStamp,
                drags: false,
                vx: 0,
                vy: 0
            };
            this.fling = null;
            this.move(event);
        });
        this.stage.addEventListener('pointermove', (event) => {
            if (event.pointerId !== finger?.id) return;
            const dx = event.clientX - finger.x, dy = event.clientY - finger.y;
            if (!finger.drags && Math.hypot(dx, dy) < TOUCH_SLOP) return;
            const elapsed = Math.max(1, event.timeStamp - finger.at);
            Object.assign(finger, {
                x: event.clientX,
                y: event.clientY,
                at: event.timeStamp,
                drags: true,
                vx: dx / elapsed,
                vy: dy / elapsed
            });
            this.scrollBy(dx, dy);
        });
        const release = (event) => {
            if (event.pointerId !== finger?.id) return;
            const { drags, vx, vy } = finger;
            finger = null;
            if (drags) {
                this.startFling(vx, vy);
            } else if (event.type === 'pointerup') {
                this.move(event);
                this.frame();
                const onList = this.report.listOpen;
                this.module._in_button(0, 1);
                this.settle();
                this.module._in_button(0, 0);
                this.settle();
                if (document.activeElement === this.editor.area && !onList) this.editor.area.blur();
            }
            this.module._in_leave();
            this.schedule();
        };
        this.stage.addEventListener('pointerup', release);
        this.stage.addEventListener('pointercancel', release);
    }
    scrollBy(x, y) {
        this.module._in_scroll(x * this.scale, y * this.scale);
        this.schedule();
    }
    startFling(vx, vy) {
        if (Math.hypot(vx, vy) < 0.2) return;
        const fling = this.fling = { vx, vy, at: performance.now() };
        const step = (now) => {
            if (this.fling !== fling) return;
            const elapsed = Math.min(50, now - fling.at);
            fling.at = now;
            this.scrollBy(fling.vx * elapsed, fling.vy * elapsed);
            const keep = Math.exp(-elapsed / 325);
            fling.vx *= keep;
            fling.vy *= keep;
            if (Math.hypot(fling.vx, fling.vy) > 0.02) requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
    }

    // ---- keys, and text for ImGui's own fields through the agent, an input of one pixel ----

    sendKey(event, down) {
        const modifiers = (event.ctrlKey ? 1 : 0) | (event.shiftKey ? 2 : 0) |
            (event.altKey ? 4 : 0) | (event.metaKey ? 8 : 0);
        const name = /^(Control|Shift|Alt|Meta)/.test(event.code) ? event.code :
            event.key.length === 1                                ? event.key.toLowerCase() :
                                                                    event.key;
        this.module._in_key(KEY_INDEX.get(name) ?? -1, down, modifiers);
        this.schedule();
    }
    listenKeys() {
        const onKey = (down) => (event) => {
            if (event.isComposing || event.keyCode === 229) return;
            // A paste event follows; it brings the text and then presses the keys itself.
            if (down && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'v') return;
            const inAgent = event.target === this.agent;
            const command = event.ctrlKey || event.metaKey;
            // What is typed comes as text. As keys too it would come slower: ImGui keeps texts and
            // keys in order by taking one of them a frame.
            const typed = inAgent && event.key.length === 1 && !command && !event.altKey;
            if (!typed) this.sendKey(event, down);
            const letter = down && event.target === this.canvas && isLetter(event);
            if (letter) this.withText(event.key, (at) => this.module._in_text(at));
            if (letter || isCommand(event)) event.preventDefault();
            // The browser's own undo would reach into the text of the editor from here.
            const named = (event.key.length > 1 && !/^F[^38]/.test(event.key)) ||
                (command && /^[fghyz]$/i.test(event.key));
            if (down && named &&
                (!inAgent ||
                 /^(Tab|Enter|Escape|ArrowUp|ArrowDown|F3|F8|[fghyz])$/i.test(event.key)))
                event.preventDefault();
        };
        this.stage.addEventListener('keydown', (event) => {
            if (event.target !== this.editor.area || !isCommand(event)) return;
            event.preventDefault();
            this.sendKey(event, 1);
            if (/^(k|F6)$/i.test(event.key)) this.canvas.focus({ preventScroll: true });
        });
        for (const target of [this.canvas, this.agent]) {
            target.addEventListener('keydown', onKey(1));
            target.addEventListener('keyup', onKey(0));
        }
        const take = (text) => {
            this.agent.value = '';
            if (text && !this.agentMuted) this.withText(text, (at) => this.module._in_text(at));
            this.schedule();
        };
        this.agent.addEventListener('input', (event) => {
            if (!event.isComposing) take(this.agent.value);
        });
        this.agent.addEventListener('compositionend', (event) => take(event.data));
    }
    followAgent(report) {
        const focused = document.activeElement;
        if (report.wantsText && focused !== this.agent && focused !== this.editor.area) {
            this.agent.focus({ preventScroll: true });
        } else if (!report.wantsText && focused === this.agent) {
            this.canvas.focus({ preventScroll: true });
        }
        if (!report.wantsText) return;
        // Near the caret, where input methods open their windows.
        this.agent.style.left =
            Math.max(0, Math.min(this.width - 20, report.caretX / this.scale)) + 'px';
        this.agent.style.top =
            Math.max(0, Math.min(this.height - 20, report.caretY / this.scale)) + 'px';
    }

    // ---- clipboard of ImGui's own fields; the editor's is the textarea's ----

    setClipboard(text) {
        this.copied = text;
        navigator.clipboard?.writeText(text).catch(() => {});
    }
    listenClipboard() {
        const elsewhere = (event) => event.target === this.editor.area;
        document.addEventListener('paste', (event) => {
            if (elsewhere(event)) return;
            event.preventDefault();
            const rows = this.report.takesRows && !this.report.wantsText;
            if (rows && this.imports.takePaste(event.clipboardData)) return;
            this.withText(
                event.clipboardData.getData('text/plain'), (at) => this.module._in_clipboard(at));
            this.module._in_key(KEY_INDEX.get('v'), 1, 1);
            this.frame();
            this.module._in_key(KEY_INDEX.get('v'), 0, 0);
            this.settle();
        });
        for (const name of ['copy', 'cut']) {
            document.addEventListener(name, (event) => {
                if (elsewhere(event)) return;
                // The keys have reached ImGui: frames run here until it hands the text over, inside
                // the gesture.
                this.copied = null;
                for (let i = 0; i < 4 && this.copied === null; i++) this.frame();
                if (this.copied === null) return;
                event.clipboardData.setData('text/plain', this.copied);
                event.preventDefault();
            });
        }
    }
}
