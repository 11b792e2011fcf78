// The workshop's conveniences: a file that is too large is refused before it is sent, cuts are dragged, figures and pictures are saved.
// Everything works without them through the forms.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
    const file = document.getElementById("f-file");
    if (file) {
        const error = document.getElementById("f-file-error");
        file.addEventListener("change", () => {
            const tooLarge = file.files.length > 0 && file.files[0].size > Number(file.dataset.bytesMax);
            file.setCustomValidity(tooLarge ? file.dataset.tooLarge : "");
            error.textContent = tooLarge ? file.dataset.tooLarge : "";
            error.hidden = !tooLarge;
        });
    }

    document.querySelectorAll("[data-needs-script]").forEach((tools) => {
        tools.hidden = false;
    });

    const mosaic = document.getElementById("bins");
    const form = document.getElementById("cuts");
    if (mosaic && form && mosaic.dataset.places) {
        const places = mosaic.dataset.places.split(" ").map((place) => {
            const [x, value] = place.split(":");
            return { x: Number(x), value };
        });
        mosaic.classList.add("movable");
        mosaic.querySelectorAll(".mosaic-cut").forEach((cut) => drag(cut, places));
    }

    function drag(cut, places) {
        const line = cut.querySelector("line");
        const text = cut.querySelector("text");
        let target = null;
        cut.addEventListener("pointerdown", (event) => {
            cut.setPointerCapture(event.pointerId);
            cut.classList.add("moving");
        });
        cut.addEventListener("pointermove", (event) => {
            if (!cut.classList.contains("moving")) {
                return;
            }
            const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(mosaic.getScreenCTM().inverse()).x;
            target = places.reduce((best, place) => (Math.abs(place.x - at) < Math.abs(best.x - at) ? place : best));
            line.setAttribute("x1", target.x);
            line.setAttribute("x2", target.x);
            text.setAttribute("x", target.x);
            text.textContent = target.value;
        });
        cut.addEventListener("pointerup", () => {
            cut.classList.remove("moving");
            if (target !== null) {
                document.getElementById("f-cut" + cut.dataset.cut).value = target.value;
                form.requestSubmit(form.querySelector("button[value='apply']"));
            }
        });
    }

    function save(name, url) {
        const link = document.createElement("a");
        link.download = name;
        link.href = url;
        link.click();
    }

    // A cell that begins as a formula does would be computed by a spreadsheet: an apostrophe before it keeps it a text.
    const cell = (each) => {
        const text = each.textContent.trim().replace(/\s+/g, " ");
        const formula = /^[=+\-@\t\r]/.test(text) && !/^[+-]?[\d.,]+\s?%?$/.test(text);
        return '"' + (formula ? "'" : "") + text.replaceAll('"', '""') + '"';
    };

    function csv(id) {
        const lines = [...document.querySelectorAll("#" + id + "-figures tr")].map((row) => [...row.cells].map(cell).join(","));
        const url = URL.createObjectURL(new Blob(["\ufeff" + lines.join("\r\n") + "\r\n"], { type: "text/csv;charset=utf-8" }));
        save(id + ".csv", url);
        setTimeout(() => URL.revokeObjectURL(url), 1000);
    }

    // The picture keeps its colours when it leaves the stylesheet.
    const KEPT = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "opacity", "font-size", "font-family", "text-anchor"];
    function png(id) {
        const drawing = document.getElementById(id);
        const copy = drawing.cloneNode(true);
        const from = drawing.querySelectorAll("*");
        copy.querySelectorAll("*").forEach((element, index) => {
            const style = getComputedStyle(from[index]);
            KEPT.forEach((name) => element.setAttribute(name, style.getPropertyValue(name)));
        });
        const box = drawing.viewBox.baseVal;
        copy.setAttribute("width", 2 * box.width);
        copy.setAttribute("height", 2 * box.height);
        copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
        const image = new Image();
        image.addEventListener("load", () => {
            const canvas = document.createElement("canvas");
            canvas.width = 2 * box.width;
            canvas.height = 2 * box.height;
            const context = canvas.getContext("2d");
            context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue("--surface");
            context.fillRect(0, 0, canvas.width, canvas.height);
            context.drawImage(image, 0, 0);
            save(id + ".png", canvas.toDataURL("image/png"));
        });
        image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(new XMLSerializer().serializeToString(copy));
    }

    document.addEventListener("click", (event) => {
        const button = event.target.closest("[data-table-csv], [data-drawing-png]");
        if (button && button.dataset.tableCsv) {
            csv(button.dataset.tableCsv);
        } else if (button) {
            png(button.dataset.drawingPng);
        }
    });
});
