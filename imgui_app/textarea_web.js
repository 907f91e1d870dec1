// The payload editor's model: a transparent textarea over the pane. The browser does text,
// selection, undo, clipboard, input methods, touch and screen readers; the workbench keeps a UTF-8
// mirror and paints every pixel. Texts of 128 kB and more the workbench edits itself; the textarea
// is empty and away then.

const FAMILY = 'Picket Mono';
// As TextareaWish in editor/code_pane.h counts; 0 is an edit.
const LOAD = 1, SELECT = 2, SHOW = 3, UNDO = 4, REDO = 5;

const LIST_KEYS = /^(ArrowUp|ArrowDown|PageUp|PageDown|Enter|Tab|Escape)$/;

// What the workbench does with a key while the text has the focus.
function isShortcut(event, command) {
    if (/^F[38]$/.test(event.key)) return true;
    if (event.altKey && !command) return /^Arrow(Up|Down)$/.test(event.key);
    return command && !event.altKey && /^(Enter|\.| |[fgh])$/i.test(event.key);
}

export class TextareaModel {
    constructor(module, platform, area) {
        this.module = module;
        this.platform = platform;
        this.area = area;
        this.last = '';  // what the mirror holds
        this.composingAt = -1;
        this.composingLength = 0;
        this.scrollX = this.scrollY = 0;
        this.extent = '';
        this.placed = '';
        this.covered = null;
        this.listOpen = false;
        this.visible = null;
    }

    async start() {
        const at = this.module._app_font(), size = this.module._app_font_size();
        const face = new FontFace(FAMILY, this.module.HEAPU8.slice(at, at + size));
        await face.load();
        document.fonts.add(face);
        this.requestOut = this.module._malloc(12);
        this.listen();
    }

    // ---- text ----

    // Finds what differs between the mirror and the textarea, and sends only that.
    mirror() {
        const now = this.area.value, last = this.last;
        if (now !== last) {
            const least = Math.min(now.length, last.length);
            let head = 0;
            while (head < least && now.charCodeAt(head) === last.charCodeAt(head)) head++;
            let tail = 0;
            const rest = least - head;
            while (tail < rest &&
                   now.charCodeAt(now.length - 1 - tail) ===
                       last.charCodeAt(last.length - 1 - tail))
                tail++;
            const isLow = (text, index) => (text.charCodeAt(index) & 0xFC00) === 0xDC00;
            if (head > 0 && (isLow(now, head) || isLow(last, head))) head--;
            if (tail > 0 && (isLow(now, now.length - tail) || isLow(last, last.length - tail)))
                tail--;
            this.platform.withText(
                now.slice(head, now.length - tail),
                (at) => this.module._ed_replace(head, last.length - tail, at));
            this.last = now;
        }
        this.select();
        // At compositionupdate the value is not yet the new one; here it is.
        if (this.composingAt >= 0)
            this.module._ed_compose(this.composingAt, this.composingAt + this.composingLength);
        this.platform.schedule();
    }
    select() {
        const backward = this.area.selectionDirection === 'backward';
        const { selectionStart: begin, selectionEnd: end } = this.area;
        this.module._ed_select(backward ? end : begin, backward ? begin : end);
        this.platform.schedule();
    }
    insert(text) {
        // The only way that keeps the browser's undo.
        if (text) document.execCommand('insertText', false, text);
        else if (this.area.selectionStart < this.area.selectionEnd) document.execCommand('delete');
    }
    // Undo or redo. The browser has one list of edits for the whole page: those of the agent, which
    // plain fields are typed through, are passed over.
    step(command) {
        const before = this.area.value;
        this.platform.agentMuted = true;
        for (let i = 0; i < 200 && this.area.value === before; i++) {
            this.area.focus({ preventScroll: true });
            if (!document.execCommand(command)) break;
        }
        this.area.focus({ preventScroll: true });
        this.platform.agentMuted = false;
    }
    takeRequests() {
        for (;;) {
            const at = this.module._ed_request(this.requestOut);
            if (!at) return;
            const text = this.module.UTF8ToString(at);
            const [wish, begin, end] =
                this.module.HEAP32.subarray(this.requestOut >> 2, (this.requestOut >> 2) + 3);
            if (wish === LOAD) {
                this.area.value = this.last = text;
                this.area.setSelectionRange(0, 0);
                this.area.scrollTo(0, 0);
                this.select();
                continue;
            }
            const focused = document.activeElement;
            this.borrowed = true;  // a focus that is given back is nobody's affair
            if (wish !== SHOW) this.area.focus({ preventScroll: true });
            if (wish === UNDO || wish === REDO) {
                this.step(wish === UNDO ? 'undo' : 'redo');
            } else {
                const selects = wish === SELECT || wish === SHOW;
                this.area.setSelectionRange(begin, end, selects ? 'backward' : 'forward');
                if (selects) this.select();
                else this.insert(text);
            }
            const back = wish !== SELECT || !this.visible;
            if (back && focused !== this.area) focused?.focus?.({ preventScroll: true });
            this.borrowed = false;
            const has = document.activeElement === this.area;
            if (has !== (focused === this.area)) this.tellFocus(has);
        }
    }

    tellFocus(has) {
        if (!this.borrowed) this.platform.with(() => this.module._ed_focus(has ? 1 : 0));
    }

    // ---- place ----

    follow(report) {
        const visible = report.editorVisible !== 0;
        this.listOpen = report.listOpen !== 0;
        if (visible !== this.visible) this.show(visible);
        if (report.requests) this.takeRequests();
        if (!visible) return;
        const scale = this.platform.scale;
        const css = (value) => (value / scale).toFixed(3) + 'px';
        const placed = [
            report.editorX, report.editorY, report.editorWidth, report.editorHeight, report.cell,
            report.lineHeight, scale
        ].join();
        if (placed !== this.placed) {
            this.placed = placed;
            Object.assign(this.area.style, {
                left: css(report.editorX),
                top: css(report.editorY),
                width: css(report.editorWidth),
                height: css(report.editorHeight),
                lineHeight: css(report.lineHeight)
            });
            this.fitFont(report.cell / scale);
        }
        if (report.editorOpen !== this.covered) {
            this.covered = report.editorOpen;
            this.area.style.pointerEvents = report.editorOpen ? 'auto' : 'none';
        }
        this.measureExtent();
        // Scroll goes to the textarea only when the workbench moved it: echoing back its own would
        // fight a moving finger.
        const moved = (now, before) => Math.abs(now - before) > 0.6;
        if (moved(report.scrollX / scale, this.scrollX))
            this.area.scrollLeft = this.scrollX = report.scrollX / scale;
        if (moved(report.scrollY / scale, this.scrollY))
            this.area.scrollTop = this.scrollY = report.scrollY / scale;
    }
    // Away from the screen, not out of the page: what is not laid out takes no edits, and its undo
    // is lost.
    show(visible) {
        this.visible = visible;
        this.area.hidden = false;
        this.area.classList.toggle('away', !visible);
        this.area.tabIndex = visible ? 0 : -1;
        this.area.setAttribute('aria-hidden', String(!visible));
        if (!visible) this.area.blur();
    }
    // JetBrains Mono is 0.6 em wide; what rounding leaves is put between the letters, so that
    // columns agree to the end.
    fitFont(cell) {
        const size = cell / 0.6;
        const ruler = document.createElement('span');
        Object.assign(ruler.style, {
            position: 'absolute',
            visibility: 'hidden',
            whiteSpace: 'pre',
            fontFamily: `"${FAMILY}"`,
            fontSize: size + 'px',
            textRendering: 'geometricPrecision'
        });
        ruler.textContent = '0'.repeat(500);
        this.platform.stage.append(ruler);
        const measured = ruler.getBoundingClientRect().width / 500;
        ruler.remove();
        Object.assign(this.area.style, {
            fontFamily: `"${FAMILY}", monospace`,
            fontSize: size + 'px',
            letterSpacing: (cell - measured) + 'px'
        });
    }
    measureExtent() {
        const { scrollWidth, scrollHeight, clientWidth, clientHeight } = this.area;
        const extent =
            [scrollWidth, scrollHeight, clientWidth, clientHeight, this.platform.scale].join();
        if (extent === this.extent) return;
        this.extent = extent;
        const scale = this.platform.scale;
        this.module._ed_extent(
            scrollWidth > clientWidth ? scrollWidth * scale : 0,
            scrollHeight > clientHeight ? scrollHeight * scale : 0);
        this.platform.schedule();
    }

    // ---- events ----

    listen() {
        const area = this.area, module = this.module, platform = this.platform;
        area.addEventListener('input', () => this.mirror());
        area.addEventListener('paste', (event) => {
            this.select();
            const text = event.clipboardData.getData('text/plain');
            const taken = platform.withText(text, (at) => module._ed_paste(at));
            if (!taken) return;
            event.preventDefault();
            platform.schedule();
        });
        document.addEventListener('selectionchange', () => {
            if (document.activeElement === area) this.select();
        });
        area.addEventListener('compositionstart', () => {
            this.composingAt = area.selectionStart;
        });
        area.addEventListener('compositionupdate', (event) => {
            this.composingLength = event.data.length;
        });
        area.addEventListener('compositionend', () => {
            this.composingAt = -1;
            module._ed_compose(0, 0);
            platform.schedule();
        });
        area.addEventListener('focus', () => this.tellFocus(true));
        area.addEventListener('blur', () => this.tellFocus(false));
        area.addEventListener('keydown', (event) => this.onKey(event));
        area.addEventListener('keyup', (event) => platform.sendKey(event, 0));
        area.addEventListener('scroll', () => {
            this.scrollX = area.scrollLeft;
            this.scrollY = area.scrollTop;
            module._ed_scrolled(this.scrollX * platform.scale, this.scrollY * platform.scale);
            platform.frame();  // text and its picture must not drift apart
        }, { passive: true });
    }
    onKey(event) {
        if (event.isComposing || event.keyCode === 229) return;
        // The event of a moved caret may still be on its way when the next key is there.
        this.select();
        const command = event.ctrlKey || event.metaKey;
        if (this.listOpen && !command && !event.altKey && LIST_KEYS.test(event.key)) {
            event.preventDefault();
            this.platform.sendKey(event, 1);
        } else if (isShortcut(event, command)) {
            event.preventDefault();
            // Their bars have a field that wants the focus.
            if (/^[fgh]$/i.test(event.key)) this.platform.canvas.focus({ preventScroll: true });
            this.platform.sendKey(event, 1);
        } else if (command && !event.altKey && /^[yz]$/i.test(event.key)) {
            event.preventDefault();
            const redo = event.shiftKey || event.key.toLowerCase() === 'y';
            this.step(redo ? 'redo' : 'undo');
        } else if (event.key === 'Escape') {  // the way out for the keyboard: Escape, then Tab
            event.preventDefault();
            this.platform.canvas.focus({ preventScroll: true });
        } else if (event.key === 'Tab' && !event.shiftKey && !command && !event.altKey) {
            event.preventDefault();
            this.insert('  ');
        } else if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
            event.preventDefault();
            this.insert('\n' + this.indent());
        }
    }
    // The spaces of the line the caret is in, and two more after an opening bracket.
    indent() {
        const before = this.area.value.slice(0, this.area.selectionStart);
        const line = before.slice(before.lastIndexOf('\n') + 1);
        return line.match(/^ */)[0] + (/[{[]$/.test(line) ? '  ' : '');
    }
}
