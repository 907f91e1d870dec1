// What a screen reader hears of a list that is drawn: a listbox beside the canvas, with the rows
// around the chosen one. The element that has the focus points to the chosen row, so that moving
// through the list is spoken as in any other listbox.

export class Heard {
    // `holders`: the elements that may have the focus while a list has the keys.
    constructor(list, holders) {
        this.list = list;
        this.holders = holders;
    }

    // After each frame: `version` is another when the list is, and then `text` gives it.
    follow(version, text) {
        const focused = document.activeElement;
        if (version !== this.version) this.show(text());
        else if (focused !== this.focused) this.point();
        this.version = version;
        this.focused = focused;
    }

    // `text`: the list's name, the place of its first line here, its size, the chosen line, and
    // then one line for each row; empty when no list has the keys.
    show(text) {
        const [name, first, total, chosen, ...rows] = text.split('\n');
        this.list.hidden = !name;
        this.chosen = name && Number(chosen) >= 0 ? `heard-${chosen}` : '';
        if (name) {
            this.list.setAttribute('aria-label', name);
            this.list.replaceChildren(...rows.map((row, index) => {
                const option = document.createElement('li');
                option.id = `heard-${index}`;
                option.setAttribute('role', 'option');
                option.setAttribute('aria-posinset', Number(first) + index + 1);
                option.setAttribute('aria-setsize', total);
                option.setAttribute('aria-selected', String(index === Number(chosen)));
                option.textContent = row;
                return option;
            }));
        }
        this.point();
    }

    // Only the element with the focus points to a row.
    point() {
        for (const holder of this.holders) {
            const points = this.chosen && holder === document.activeElement;
            if (points) {
                holder.setAttribute('aria-controls', this.list.id);
                holder.setAttribute('aria-activedescendant', this.chosen);
            } else {
                holder.removeAttribute('aria-controls');
                holder.removeAttribute('aria-activedescendant');
            }
        }
    }
}
