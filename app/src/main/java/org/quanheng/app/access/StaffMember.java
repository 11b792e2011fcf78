package org.quanheng.app.access;

import java.io.Serial;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** Somebody who works for the lender and has signed in. */
public final class StaffMember extends User {
    @Serial
    private static final long serialVersionUID = 1L;

    private final UUID id;
    private final Role role;
    private final String displayName;

    StaffMember(UUID id, String login, String passwordHash, Role role, String displayName) {
        super(login, passwordHash, List.of(new SimpleGrantedAuthority(role.authority())));
        this.id = id;
        this.role = role;
        this.displayName = displayName;
    }

    public UUID id() {
        return id;
    }

    public Role role() {
        return role;
    }

    public String displayName() {
        return displayName;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StaffMember member && id.equals(member.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
