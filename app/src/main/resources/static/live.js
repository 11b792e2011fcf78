// Asks for the board's figures every three seconds while somebody looks, and stops when asked to.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
    const board = document.getElementById("live");
    const mark = document.getElementById("live-mark");
    const button = document.getElementById("live-pause");
    const words = mark.querySelector("[data-on]");
    let paused = false;
    let broken = false;

    const show = () => {
        mark.classList.toggle("paused", paused);
        mark.classList.toggle("broken", broken && !paused);
        const text = paused ? words.dataset.paused : broken ? words.dataset.broken : words.dataset.on;
        if (words.textContent !== text) {
            words.textContent = text;
        }
        button.textContent = paused ? button.dataset.go : button.dataset.pause;
        button.setAttribute("aria-pressed", String(paused));
    };
    button.addEventListener("click", () => {
        paused = !paused;
        show();
    });
    board.addEventListener("htmx:afterRequest", (event) => {
        broken = !event.detail.successful;
        show();
    });
    document.getElementById("live-tools").hidden = false;
    setInterval(() => {
        if (!paused && !document.hidden && window.htmx) {
            window.htmx.trigger(board, "refresh");
        }
    }, 3000);
});
