package org.quanheng.app.access;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.api.Refusal;
import org.quanheng.app.audit.AuditRecords;
import org.quanheng.app.page.Sheet;
import org.quanheng.app.page.SheetFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives tables away as files, and records what the staff took. */
@Component
public class Exports {
    private final AuditRecords audit;
    private final TransactionTemplate transaction;

    Exports(AuditRecords audit, TransactionTemplate transaction) {
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * The format whose files end like this.
     *
     * @throws Refusal NOT_FOUND if there is none
     */
    public static SheetFormat format(String extension) {
        return SheetFormat.of(extension)
                .orElseThrow(() -> new Refusal(
                        ErrorCode.NOT_FOUND, "no table is given as ." + extension + ". Maybe ask for .csv or .xlsx."));
    }

    /**
     * Records that somebody took a table along, before it is given.
     *
     * @param subject whose table it is: {@code loan:<id>}, or a list such as {@code servicing:overdue}
     */
    public void record(StaffMember member, String subject, String table, SheetFormat format) {
        String actor = "account:" + member.id();
        transaction.executeWithoutResult(status ->
                audit.write(actor, "table.export", subject, Map.of("table", table, "format", format.extension())));
    }

    /** Sends a table as a file of this name, row by row. */
    public static void send(Sheet<?> sheet, String name, SheetFormat format, HttpServletResponse response)
            throws IOException {
        response.setContentType(format.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + "." + format.extension())
                        .build()
                        .toString());
        format.write(sheet, response.getOutputStream());
    }
}
