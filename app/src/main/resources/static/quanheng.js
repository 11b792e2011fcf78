// What every page needs: the summary of faults takes the focus, and its links move it on to the field.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
    const errors = document.getElementById("errors");
    if (errors) {
        errors.focus();
        errors.addEventListener("click", (event) => {
            const link = event.target.closest("a[href^='#']");
            const field = link && document.getElementById(link.getAttribute("href").slice(1));
            if (field) {
                event.preventDefault();
                field.focus();
                field.scrollIntoView({ block: "center" });
            }
        });
    }
    // A form that is on its way is not sent a second time by a second press.
    document.querySelectorAll("form[method='post']").forEach((form) => {
        form.addEventListener("submit", (event) => {
            if (form.dataset.sent) {
                event.preventDefault();
            }
            form.dataset.sent = "yes";
        });
    });
});
// The page may come back from the browser's memory: then the form may be sent again.
window.addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
});
