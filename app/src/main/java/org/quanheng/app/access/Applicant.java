package org.quanheng.app.access;

import java.io.Serial;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A person who applies or has a loan, known by the customer record that is theirs. */
public final class Applicant extends AbstractAuthenticationToken {
    @Serial
    private static final long serialVersionUID = 1L;

    private final UUID customerId;

    public Applicant(UUID customerId) {
        super(List.of(new SimpleGrantedAuthority(Role.APPLICANT.authority())));
        this.customerId = customerId;
        setAuthenticated(true);
    }

    public UUID customerId() {
        return customerId;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return customerId.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Applicant applicant && customerId.equals(applicant.customerId);
    }

    @Override
    public int hashCode() {
        return customerId.hashCode();
    }
}
