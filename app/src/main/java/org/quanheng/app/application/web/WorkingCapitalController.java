package org.quanheng.app.application.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quanheng.app.access.Pages;
import org.quanheng.app.api.ErrorCode;
import org.quanheng.app.api.Refusal;
import org.quanheng.app.api.Typed;
import org.quanheng.app.page.FieldError;
import org.quanheng.app.page.Page;
import org.quanheng.app.product.Products;
import org.quanheng.lending.Money;
import org.quanheng.lending.limit.WorkingCapital;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a firm needs to work and how much of it a new loan may cover; the figures stand in the address, which can be sent on. */
@Controller
class WorkingCapitalController {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,12}(\\.\\d{1,4})?");
    private static final BigDecimal NONE = BigDecimal.ZERO;
    private static final BigDecimal AMOUNT_MAX = new BigDecimal("999999999999");

    /** What a figure counts and what it can be. */
    private enum Unit {
        AMOUNT(NONE, AMOUNT_MAX),
        PERCENT(new BigDecimal("-99.9999"), new BigDecimal("1000")),
        SHARE(new BigDecimal("-1000"), new BigDecimal("99.9999")),
        DAYS(NONE, new BigDecimal("3660"));

        private final BigDecimal min;
        private final BigDecimal max;

        Unit(BigDecimal min, BigDecimal max) {
            this.min = min;
            this.max = max;
        }
    }

    /** The figures of the form, in their order. */
    private enum Figure {
        SALES("sales", Unit.AMOUNT),
        MARGIN("marginPercent", Unit.SHARE),
        GROWTH("growthPercent", Unit.PERCENT),
        STOCK("stockDays", Unit.DAYS),
        RECEIVABLE("receivableDays", Unit.DAYS),
        PAYABLE("payableDays", Unit.DAYS),
        PREPAID("prepaidDays", Unit.DAYS),
        ADVANCE("advanceDays", Unit.DAYS),
        OWN("ownFunds", Unit.AMOUNT),
        PRESENT("presentLoans", Unit.AMOUNT),
        OTHER("otherSources", Unit.AMOUNT);

        private final String field;
        private final Unit unit;

        Figure(String field, Unit unit) {
            this.field = field;
            this.unit = unit;
        }
    }

    private final Products products;
    private final Pages pages;

    WorkingCapitalController(Products products, Pages pages) {
        this.products = products;
        this.pages = pages;
    }

    @GetMapping("/working-capital")
    String show(@RequestParam Map<String, String> typed, HttpServletRequest request, Model model) {
        Page page = pages.of(request);
        model.addAttribute("page", page);
        model.addAttribute("view", view(typed, page));
        return "working_capital";
    }

    private WorkingCapitalView view(Map<String, String> typed, Page page) {
        Currency currency = Currency.getInstance(products.all().stream()
                .findFirst()
                .orElseThrow(() ->
                        new Refusal(ErrorCode.NOT_FOUND, "nothing is on offer yet. Maybe publish a product first."))
                .currency());
        List<WorkingCapitalView.Field> fields = new ArrayList<>();
        for (Figure figure : Figure.values()) {
            String unit =
                    figure.unit == Unit.SHARE ? "percent" : figure.unit.name().toLowerCase(Locale.ROOT);
            fields.add(new WorkingCapitalView.Field(figure.field, unit, typed.getOrDefault(figure.field, "")));
        }
        List<FieldError> errors = new ArrayList<>();
        WorkingCapitalView.Steps steps =
                typed.containsKey(Figure.SALES.field) ? steps(typed, currency, errors, page) : null;
        return new WorkingCapitalView(currency.getCurrencyCode(), fields, errors, steps);
    }

    private static WorkingCapitalView.@Nullable Steps steps(
            Map<String, String> typed, Currency currency, List<FieldError> errors, Page page) {
        Map<Figure, BigDecimal> read = new LinkedHashMap<>();
        for (Figure figure : Figure.values()) {
            BigDecimal number = read(figure, typed.getOrDefault(figure.field, ""), currency);
            if (number == null) {
                errors.add(fault(figure, page));
            }
            read.put(figure, number == null ? NONE : number);
        }
        BigDecimal tied = sum(read, Figure.STOCK, Figure.RECEIVABLE, Figure.PREPAID);
        BigDecimal free = sum(read, Figure.PAYABLE, Figure.ADVANCE);
        if (errors.isEmpty() && tied.compareTo(free) <= 0) {
            errors.add(FieldError.of(Figure.STOCK.field, "capital.cycle", tied.toPlainString(), free.toPlainString()));
        }
        return errors.isEmpty() ? steps(read, currency) : null;
    }

    private static BigDecimal sum(Map<Figure, BigDecimal> read, Figure... figures) {
        BigDecimal sum = NONE;
        for (Figure figure : figures) {
            sum = sum.add(read.getOrDefault(figure, NONE));
        }
        return sum;
    }

    /** A figure as typed, within what it can be and not finer than the currency; null if it is none. */
    private static @Nullable BigDecimal read(Figure figure, String typed, Currency currency) {
        String number = Typed.number(typed);
        if (!DECIMAL.matcher(number).matches()) {
            return null;
        }
        BigDecimal read = new BigDecimal(number);
        boolean fine =
                figure.unit == Unit.AMOUNT && read.stripTrailingZeros().scale() > currency.getDefaultFractionDigits();
        boolean outside = read.compareTo(figure.unit.min) < 0 || read.compareTo(figure.unit.max) > 0;
        return fine || outside ? null : read;
    }

    private static FieldError fault(Figure figure, Page page) {
        return FieldError.of(
                figure.field,
                "capital." + figure.unit.name().toLowerCase(Locale.ROOT),
                page.t("capital." + figure.field));
    }

    private static WorkingCapitalView.Steps steps(Map<Figure, BigDecimal> read, Currency currency) {
        WorkingCapital capital = new WorkingCapital(
                Money.of(currency, read.getOrDefault(Figure.SALES, NONE)),
                read.getOrDefault(Figure.MARGIN, NONE).movePointLeft(2),
                read.getOrDefault(Figure.GROWTH, NONE).movePointLeft(2),
                read.getOrDefault(Figure.STOCK, NONE),
                read.getOrDefault(Figure.RECEIVABLE, NONE),
                read.getOrDefault(Figure.PAYABLE, NONE),
                read.getOrDefault(Figure.PREPAID, NONE),
                read.getOrDefault(Figure.ADVANCE, NONE));
        Money own = Money.of(currency, read.getOrDefault(Figure.OWN, NONE));
        Money present = Money.of(currency, read.getOrDefault(Figure.PRESENT, NONE));
        Money other = Money.of(currency, read.getOrDefault(Figure.OTHER, NONE));
        return new WorkingCapitalView.Steps(
                capital.cycleDays(),
                capital.turnsPerYear(),
                capital.need().amount(),
                own.plus(present).plus(other).amount(),
                capital.newLoan(own, present, other).amount());
    }
}
