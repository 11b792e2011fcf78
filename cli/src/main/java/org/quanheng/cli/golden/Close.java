package org.quanheng.cli.golden;

import java.math.BigDecimal;
import java.math.MathContext;

/** Compares decimals within a tolerance. */
final class Close {
    private Close() {}

    static boolean enough(BigDecimal expected, BigDecimal got, BigDecimal tolerance) {
        return expected.subtract(got).abs().compareTo(tolerance) <= 0;
    }

    static Verdict check(BigDecimal expected, BigDecimal got, BigDecimal tolerance) {
        return enough(expected, got, tolerance)
                ? new Verdict.Passed()
                : new Verdict.Failed(
                        expected.toPlainString(),
                        got.round(MathContext.DECIMAL64).toPlainString());
    }
}
