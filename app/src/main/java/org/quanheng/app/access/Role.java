package org.quanheng.app.access;

/** Everyone who can stand before the platform. */
public enum Role {
    /** Somebody who has not signed in. Spring Security's name for it. */
    ANONYMOUS,
    APPLICANT,
    OFFICER,
    UNDERWRITER,
    RISK_ANALYST,
    HEAD_OF_LENDING,
    AUDITOR,
    ADMINISTRATOR;

    /** The name under which Spring Security knows the role. */
    public String authority() {
        return "ROLE_" + name();
    }
}
