package org.quanheng.lending.terms;

import java.time.LocalDate;
import org.quanheng.lending.Rate;

/**
 * A rate and the day from which it holds.
 *
 * @param from the first day on which interest is counted at the rate
 * @param rate the nominal annual rate
 */
public record RateChange(LocalDate from, Rate rate) {}
