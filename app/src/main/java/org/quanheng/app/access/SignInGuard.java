package org.quanheng.app.access;

import java.util.Locale;
import java.util.Map;
import org.quanheng.app.audit.AuditRecords;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks a login and its password; stops guessing, and keeps a record of who came in. */
@Component
class SignInGuard implements AuthenticationProvider {
    private final DaoAuthenticationProvider passwords;
    private final Attempts attempts;
    private final AuditRecords audit;
    private final TransactionTemplate transaction;

    SignInGuard(
            Accounts accounts,
            PasswordEncoder encoder,
            Attempts attempts,
            AuditRecords audit,
            TransactionTemplate transaction) {
        this.passwords = new DaoAuthenticationProvider(accounts);
        this.passwords.setPasswordEncoder(encoder);
        this.attempts = attempts;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        String target = "sign-in:" + authentication.getName().strip().toLowerCase(Locale.ROOT);
        if (attempts.exhausted(target)) {
            throw new LockedException("too many failed attempts");
        }
        try {
            return passwords.authenticate(authentication);
        } catch (AuthenticationException e) {
            attempts.failed(target);
            throw e;
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    @EventListener
    void signedIn(AuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof StaffMember member) {
            transaction.executeWithoutResult(
                    status -> audit.write("account:" + member.id(), "sign-in", "account:" + member.id(), Map.of()));
        }
    }
}
