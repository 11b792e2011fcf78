package org.quanheng.app.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.quanheng.app.Visitor;
import org.quanheng.app.audit.AuditRecords;

/** Tables taken away over HTTP: the figures of their pages to the cent, to those who may see them. */
class LoanSheetTests extends LoanVisits {
    private static final Pattern FIGURE = Pattern.compile("data-value=\"(-?[0-9.]+)\"");

    @Test
    void theScheduleHasTheFiguresOfItsPageInBothLanguages() throws Exception {
        Borrower borrower = borrower("Sheet Schedule");
        String page = borrower.page("").body();
        List<BigDecimal> shown = figures(page, "plan-figures");
        assertThat(page).contains("/schedule.csv\"", "/schedule.xlsx\"", "/statement.csv\"");
        for (String language : List.of("en", "zh")) {
            List<Row> rows =
                    workbook(borrower.visitor().file("/loans/" + borrower.loan() + "/schedule.xlsx", language));
            assertThat(rows.getFirst().getCell(3).asString())
                    .isEqualTo(language.equals("en") ? "Principal (DEM)" : "本金 (DEM)");
            List<BigDecimal> money = new ArrayList<>();
            BigDecimal principal = BigDecimal.ZERO;
            for (Row row : rows.subList(1, rows.size())) {
                row.stream()
                        .skip(2)
                        .filter(cell -> cell.getType() == CellType.NUMBER)
                        .forEach(cell -> money.add(cell.asNumber()));
                principal = principal.add(row.getCell(3).asNumber());
            }
            assertThat(money).usingElementComparator(BigDecimal::compareTo).isEqualTo(shown);
            assertThat(principal)
                    .isEqualByComparingTo(loan(borrower).contract().principal().amount());
        }
    }

    @Test
    void theStatementIsTheSameInBothFormats() throws Exception {
        Borrower borrower = borrower("Sheet Statement");
        String address = "/loans/" + borrower.loan() + "/statement";
        List<BigDecimal> shown = figures(borrower.page("").body(), "statement-figures");
        List<Row> rows = workbook(borrower.visitor().file(address + ".xlsx", "en"));
        String csv = new String(borrower.visitor().file(address + ".csv", "en"), StandardCharsets.UTF_8);
        assertThat(csv.lines()).hasSameSizeAs(rows);
        assertThat(csv).startsWith("\uFEFF\"Date\",");
        assertThat(rows.stream().skip(1).flatMap(row -> row.stream().skip(3)).map(Cell::asNumber))
                .usingElementComparator(BigDecimal::compareTo)
                .isEqualTo(shown);
    }

    @Test
    void nobodyGetsAnotherPersonsTable() throws Exception {
        Borrower borrower = borrower("Sheet Own");
        Visitor stranger = lender.visitor();
        Visitor.Applied applied = stranger.apply("Sheet Stranger");
        stranger.resume(applied);
        for (String table : List.of("/schedule.csv", "/statement.xlsx")) {
            assertThat(stranger.get("/loans/" + borrower.loan() + table).status())
                    .isEqualTo(404);
            assertThat(lender.visitor()
                            .authorized(applied.bearer())
                            .get("/api/loans/" + borrower.loan() + table)
                            .status())
                    .isEqualTo(404);
        }
        assertThat(borrower.page("/events.csv").status()).isEqualTo(404);
        assertThat(borrower.page("/schedule.pdf").status()).isEqualTo(404);
        assertThat(borrower.page("/accounts.csv").status()).isEqualTo(404);
        assertThat(borrower.visitor().get("/servicing/loans.csv").status()).isIn(403, 302);
    }

    @Test
    void aListOfTheStaffIsWholeAndItsTakingIsRecorded() throws Exception {
        Borrower borrower = borrower("Sheet Listed");
        Visitor officer = staff("OFFICER");
        List<Row> rows = workbook(officer.file("/servicing/loans.xlsx?scope=running", "en"));
        long waiting = lender.part(Loans.class).waitingSince().stream()
                .mapToLong(Loans.WaitingSince::loans)
                .sum();
        assertThat(rows).hasSize(Math.toIntExact(waiting) + 1);
        String number = Long.toString(loan(borrower).number());
        Row own = rows.stream()
                .filter(row -> row.getCell(0).asString().equals(number))
                .findFirst()
                .orElseThrow();
        assertThat(own.getCell(1).asString()).isEqualTo("Sheet Listed");
        assertThat(own.getCell(7).asNumber())
                .isEqualByComparingTo(loan(borrower).contract().principal().amount());
        assertThat(own.getCell(8).asDate().toLocalDate())
                .isEqualTo(loan(borrower).firstUnpaidDue(servicing.today()));
        for (String scope : List.of("overdue", "requests", "refunds", "written_off")) {
            assertThat(workbook(officer.file("/servicing/loans.xlsx?scope=" + scope, "zh")))
                    .as(scope)
                    .isNotEmpty();
        }
        assertThat(officer.file("/servicing/" + borrower.loan() + "/events.xlsx", "zh"))
                .isNotEmpty();

        assertThat(acts("servicing:running")).contains("table.export");
        assertThat(acts("loan:" + borrower.loan())).contains("table.export");
    }

    @Test
    void whatTheBorrowerTakesIsNotRecordedAsAnActOfTheStaff() throws Exception {
        Borrower borrower = borrower("Sheet Quiet");
        assertThat(borrower.page("/schedule.csv").status()).isEqualTo(200);
        assertThat(acts("loan:" + borrower.loan())).doesNotContain("table.export");
    }

    @Test
    void theCalculatorsScheduleSumsUpToTheLoan() throws Exception {
        for (String method : List.of("equal_instalment", "equal_principal", "interest_only_then_bullet", "bullet")) {
            List<Row> rows = workbook(
                    lender.visitor().file("/payment/schedule.xlsx?amount=5000&months=24&method=" + method, "en"));
            BigDecimal principal = rows.stream()
                    .skip(1)
                    .map(row -> row.getCell(3).asNumber())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(principal).as(method).isEqualByComparingTo("5000");
        }
        Visitor.Reply faulty = lender.visitor().get("/payment/schedule.xlsx?amount=x&months=24");
        assertThat(faulty.status()).isEqualTo(400);
    }

    @Test
    void theAuditAndTheWorkListCanBeTaken() throws Exception {
        borrower("Sheet Audited");
        List<Row> records = workbook(staff("AUDITOR").file("/audit/records.xlsx", "en"));
        assertThat(records.size() - 1L)
                .isEqualTo(lender.part(AuditRecords.class).count());
        assertThat(records.get(1).getCell(2).asString()).isEqualTo("Table exported");
        assertThat(staff("OFFICER").file("/cases.csv?scope=done", "zh")).isNotEmpty();
    }

    private List<String> acts(String subject) {
        return lender.part(AuditRecords.class).newest(subject, Long.MAX_VALUE, 100).stream()
                .map(linked -> linked.record().act())
                .toList();
    }

    private static List<BigDecimal> figures(String page, String table) {
        int start = page.indexOf("id=\"" + table + "\"");
        String body = page.substring(start, page.indexOf("</table>", start));
        return FIGURE.matcher(body)
                .results()
                .map(found -> new BigDecimal(found.group(1)))
                .toList();
    }

    private static List<Row> workbook(byte[] file) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return book.getFirstSheet().read();
        }
    }
}
