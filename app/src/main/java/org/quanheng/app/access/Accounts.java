package org.quanheng.app.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.quanheng.app.audit.AuditRecords;
import org.quanheng.app.audit.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of those who work for the lender. */
@Component
public class Accounts implements UserDetailsService {
    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final AuditRecords audit;
    private final Ids ids;
    private final Clock clock;

    Accounts(JdbcClient jdbc, PasswordEncoder passwords, AuditRecords audit, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** Opens an account; a login that exists is an error of the database's unique constraint. */
    @Transactional
    public void open(String by, String login, String password, Role role, String displayName) {
        UUID id = ids.next();
        jdbc.sql(
                        "insert into account (id, login, password_hash, role, display_name, created_at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        login,
                        passwords.encode(password),
                        role.name(),
                        displayName,
                        Timestamp.from(clock.instant()))
                .update();
        audit.write(by, "account.open", "account:" + id, Map.of("login", login, "role", role.name()));
    }

    /** The name under which the platform shows an account that an act names as {@code account:<id>}. */
    public Optional<String> nameOf(String actor) {
        return actor.startsWith("account:")
                ? jdbc.sql("select display_name from account where id = ?")
                        .param(UUID.fromString(actor.substring("account:".length())))
                        .query((row, n) -> row.getString("display_name"))
                        .optional()
                : Optional.empty();
    }

    @Override
    public StaffMember loadUserByUsername(String login) {
        return find(login).orElseThrow(() -> new UsernameNotFoundException("no account has this login"));
    }

    /** The account with this login. */
    public Optional<StaffMember> find(String login) {
        return jdbc.sql("select id, login, password_hash, role, display_name from account where login = ?")
                .param(login.strip().toLowerCase(Locale.ROOT))
                .query((row, n) -> new StaffMember(
                        row.getObject("id", UUID.class),
                        row.getString("login"),
                        row.getString("password_hash"),
                        Role.valueOf(row.getString("role")),
                        row.getString("display_name")))
                .optional();
    }
}
