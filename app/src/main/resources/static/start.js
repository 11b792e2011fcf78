// The sliders of the start page: each mirrors the number beside it; without script the numbers work alone.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("input[type='range'][data-for]").forEach((range) => {
        const field = document.getElementById(range.dataset.for);
        range.hidden = false;
        range.addEventListener("input", () => {
            field.value = range.value;
        });
        field.addEventListener("input", () => {
            const typed = Number(field.value.replace(/[,\s]/g, ""));
            if (Number.isFinite(typed)) {
                range.value = String(typed);
            }
        });
    });
});
