package org.quanheng.app.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.audit.Sha256;
import org.quanheng.app.page.Language;
import org.quanheng.app.page.Page;
import org.quanheng.app.page.Theme;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** What every page needs to know of its reader: language, theme, who they are and where they may go. */
@Component
public class Pages {
    static final String LANGUAGE_COOKIE = "lang";
    static final String THEME_COOKIE = "theme";

    private final ZoneId zone;
    private final boolean sample;
    private final String assetVersion;

    Pages(@Value("${quanheng.zone}") ZoneId zone, @Value("${quanheng.sample-lender:true}") boolean sample) {
        this.zone = zone;
        this.sample = sample;
        this.assetVersion = assetVersion();
    }

    /** The page frame for this request. */
    public Page of(HttpServletRequest request) {
        Language language = languageOf(request);
        Page.User user = user();
        return new Page(
                language,
                themeOf(request),
                zone,
                org.quanheng.app.page.Messages.of(language).text("lender.name"),
                sample,
                user,
                nav(user),
                csrf(request),
                request.getMethod().equals("GET") ? request.getRequestURI() : getPath(request),
                query(request),
                assetVersion);
    }

    /** The zone in which the lender counts its days. */
    public ZoneId zone() {
        return zone;
    }

    /** The language in which to speak to the one who asks: as chosen, otherwise as the browser says, otherwise Chinese. */
    public static Language languageOf(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(LANGUAGE_COOKIE))
                .flatMap(Language::of)
                .or(() -> cookie(request, LANGUAGE_COOKIE).flatMap(Language::of))
                .orElseGet(() -> {
                    String accepted = request.getHeader("Accept-Language");
                    return accepted != null && accepted.toLowerCase(Locale.ROOT).startsWith("en")
                            ? Language.EN
                            : Language.ZH;
                });
    }

    private static Theme themeOf(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(THEME_COOKIE))
                .flatMap(Theme::of)
                .or(() -> cookie(request, THEME_COOKIE).flatMap(Theme::of))
                .orElse(Theme.SYSTEM);
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    private static Page.@Nullable User user() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication instanceof Applicant) {
            return new Page.User("", "applicant");
        }
        return authentication != null && authentication.getPrincipal() instanceof StaffMember member
                ? new Page.User(member.displayName(), member.role().name().toLowerCase(Locale.ROOT))
                : null;
    }

    private static List<Page.NavItem> nav(Page.@Nullable User user) {
        if (user == null) {
            return List.of();
        }
        Role role = Role.valueOf(user.role().toUpperCase(Locale.ROOT));
        List<Page.NavItem> items = new ArrayList<>();
        if (role == Role.APPLICANT) {
            items.add(new Page.NavItem("applications", "/applications", null));
        }
        for (Destination destination : Destination.values()) {
            if (destination.roles.contains(role)) {
                items.add(new Page.NavItem(destination.name().toLowerCase(Locale.ROOT), destination.href, null));
            }
        }
        return items;
    }

    /** Where the first page of somebody's work is. */
    public static String homeOf(Role role) {
        for (Destination destination : Destination.values()) {
            if (destination.roles.contains(role)) {
                return destination.href;
            }
        }
        return "/";
    }

    /** The places of the staff, in the order of the navigation; their routes have the same rules. */
    @SuppressWarnings("ImmutableEnumChecker") // The set is not changed after the constructor.
    private enum Destination {
        BOARD("/board", Role.HEAD_OF_LENDING, Role.RISK_ANALYST, Role.AUDITOR),
        WORK("/work", Role.OFFICER, Role.UNDERWRITER, Role.HEAD_OF_LENDING),
        SERVICING("/servicing", Role.OFFICER, Role.HEAD_OF_LENDING),
        MODEL("/workshop", Role.RISK_ANALYST, Role.HEAD_OF_LENDING, Role.AUDITOR),
        AUDIT("/audit", Role.AUDITOR, Role.ADMINISTRATOR);

        private final String href;
        private final Set<Role> roles;

        Destination(String href, Role first, Role... others) {
            this.href = href;
            this.roles = EnumSet.of(first, others);
        }
    }

    private static Page.Csrf csrf(HttpServletRequest request) {
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return token == null ? new Page.Csrf("_csrf", "") : new Page.Csrf(token.getParameterName(), token.getToken());
    }

    private static String getPath(HttpServletRequest request) {
        // After a failed POST the switches of language and theme must lead to a page that GET can show.
        return request.getRequestURI().contains("/steps/") ? request.getRequestURI() : "/";
    }

    private static String query(HttpServletRequest request) {
        String query = request.getMethod().equals("GET") ? request.getQueryString() : null;
        if (query == null) {
            return "";
        }
        List<String> kept = new ArrayList<>();
        for (String part : query.split("&", -1)) {
            if (!part.startsWith(LANGUAGE_COOKIE + "=") && !part.startsWith(THEME_COOKIE + "=")) {
                kept.add(part);
            }
        }
        return String.join("&", kept);
    }

    /** A version of all static files together: browsers keep each for a year. */
    private static String assetVersion() {
        try {
            List<byte[]> files = new ArrayList<>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:static/*")) {
                files.add(file.getContentAsByteArray());
            }
            return version(files);
        } catch (IOException e) {
            throw new UncheckedIOException("the static files are not in the build", e);
        }
    }

    /** Changes when any of the files changes, whatever their order. */
    static String version(List<byte[]> files) {
        byte[][] hashes = files.stream().map(Sha256::of).sorted(Arrays::compare).toArray(byte[][]::new);
        return HexFormat.of().formatHex(Sha256.of(hashes)).substring(0, 8);
    }
}
