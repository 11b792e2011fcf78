package org.quanheng.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import org.quanheng.app.access.Pages;
import org.quanheng.app.access.UploadGuard;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.api.Refusal;
import org.quanheng.app.page.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pages to which the {@code type} of every problem+json leads. */
@Controller
class ErrorDocsController {
    private final ErrorDocs docs;
    private final Pages pages;

    ErrorDocsController(ErrorDocs docs, Pages pages) {
        this.docs = docs;
        this.pages = pages;
    }

    @GetMapping("/errors/{slug}")
    String explain(@PathVariable String slug, HttpServletRequest request, Model model) {
        ErrorCode code = docs.code(slug).orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "no such error code"));
        Page page = pages.of(request);
        model.addAttribute("page", page);
        model.addAttribute(
                "view",
                new ErrorDocsView(
                        code.slug(),
                        code.status(),
                        UploadGuard.mebibytesMax(request),
                        docs.html(code, page.language())));
        return "error_docs";
    }
}
