// Files for the workbench: dropped anywhere on the page, chosen, or pasted. They are read in
// pieces, one ahead of the one that is looked at, so that frames are drawn in between.

// Bytes of a piece: it grows while reading one takes no longer than it may, as code that has just
// been loaded is slow, and machines differ.
const PIECE = 1 << 15, PIECE_MAX = 1 << 18;
const PIECE_MS = 8;

// In the order of ImportWish in importing.h.
const WISHES = [null, 'choose', 'paste', 'readAgain'];

export class Imports {
    constructor(module, platform, input) {
        Object.assign(this, { module, platform, input, file: null, before: async () => {} });
        this.input.addEventListener('change', () => {
            const [file] = this.input.files;
            if (file) this.read(file);
            this.input.value = '';  // so that the same file can be chosen again
        });
        this.listenDrop();
        this.module._app_import_wish();  // from now on the workbench knows that there are files
    }

    listenDrop() {
        const hasFiles = (event) => event.dataTransfer?.types.includes('Files');
        const hover = (over) => {
            if (over === this.over) return;
            this.over = over;
            this.platform.with(() => this.module._app_drag(over ? 1 : 0));
        };
        addEventListener('dragover', (event) => {
            if (!hasFiles(event)) return;
            event.preventDefault();
            event.dataTransfer.dropEffect = 'copy';
            hover(true);
        });
        addEventListener('dragleave', (event) => {
            if (event.relatedTarget === null) hover(false);
        });
        addEventListener('drop', (event) => {
            hover(false);
            if (!hasFiles(event)) return;
            event.preventDefault();
            this.readFirst(event.dataTransfer.files);
        });
    }

    // After each frame: what the workbench cannot do itself.
    follow(wish) {
        if (wish) this[WISHES[this.module._app_import_wish()]]?.();
    }
    choose() {
        this.input.click();
    }
    async paste() {
        try {
            this.readText(await navigator.clipboard.readText());
        } catch {
            this.notice('The browser does not show its clipboard. Press Ctrl+V here instead.');
        }
    }
    readAgain() {
        if (this.file) this.feed(this.file, this.module._app_import_number());
    }

    readFirst(files) {
        if (files.length > 1)
            this.notice(`One file at a time: ${files[0].name} is read, the others are not.`);
        if (files.length > 0) this.read(files[0]);
    }
    // A paste that no field takes; false when there is nothing in it.
    takePaste(data) {
        if (data.files.length > 0) {
            this.readFirst(data.files);
            return true;
        }
        const text = data.getData('text/plain');
        if (!text) return false;
        this.readText(text);
        return true;
    }
    async readText(text) {
        if (!text) return this.notice('The clipboard has no text. Copy some rows first.');
        await this.before();
        this.file = null;
        this.platform.withText(
            text,
            (at) => this.platform.withText(
                'Pasted rows', (name) => this.module._app_import_text(name, at)));
        this.platform.poke();
    }

    async read(file) {
        this.file = file;
        await this.before();
        if (this.file !== file) return;  // another one came meanwhile
        const number =
            this.platform.withText(file.name, (at) => this.module._app_import_begin(at, file.size));
        await this.feed(file, number);
    }
    async feed(file, number) {
        const wanted = () => this.module._app_import_number() === number;
        let size = PIECE;
        const piece = (at) => file.slice(at, at + size).arrayBuffer();
        const take = (bytes) => this.platform.withBytes(
            bytes, (place) => this.module._app_import_chunk(number, place, bytes.length));
        try {
            let next = piece(0);
            for (let at = 0; at < file.size;) {
                const bytes = new Uint8Array(await next);
                if (!wanted()) return;
                if (bytes.length === 0) throw new Error('It ends before its end.');
                at += bytes.length;
                if (at < file.size) next = piece(at);
                const began = performance.now();
                if (!take(bytes)) break;
                const took = performance.now() - began;
                if (took > PIECE_MS) size = Math.max(PIECE, size / 2);
                else if (took < PIECE_MS / 2) size = Math.min(PIECE_MAX, size * 2);
                this.platform.schedule();
            }
            await next;  // of a folder, this is what fails
            this.module._app_import_end(number);
        } catch (error) {
            this.platform.withText(
                error.message, (at) => this.module._app_import_failed(number, at));
        }
        this.platform.poke();
    }

    notice(text) {
        this.platform.withText(text, (at) => this.module._app_notice(at));
        this.platform.poke();
    }
}
