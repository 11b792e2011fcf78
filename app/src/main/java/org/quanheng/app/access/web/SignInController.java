package org.quanheng.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import org.quanheng.app.access.Pages;
import org.quanheng.app.access.StaffMember;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Sign-in of the staff, and the way to where their work is. */
@Controller
class SignInController {
    private final Pages pages;

    SignInController(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/sign-in")
    String signIn(HttpServletRequest request, Model model) {
        String notice = null;
        for (String possible : new String[] {"failed", "signed_out", "expired", "locked"}) {
            if (request.getParameter(possible) != null) {
                notice = possible;
            }
        }
        model.addAttribute("page", pages.of(request));
        model.addAttribute("view", new SignInView(notice, null));
        return "sign_in";
    }

    @GetMapping("/home")
    String home(@AuthenticationPrincipal StaffMember member) {
        return "redirect:" + Pages.homeOf(member.role());
    }
}
