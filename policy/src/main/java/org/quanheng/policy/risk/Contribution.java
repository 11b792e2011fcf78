package org.quanheng.policy.risk;

import java.math.BigDecimal;

/**
 * What one characteristic contributed.
 *
 * @param characteristic name of the fact
 * @param answer its value, as text
 * @param bin label of the bin or range into which the value falls
 * @param points points given
 * @param neutral points of an average applicant
 */
public record Contribution(String characteristic, String answer, String bin, BigDecimal points, BigDecimal neutral) {
    /** Points lost against the average applicant; negative when points were won. */
    public BigDecimal lost() {
        return neutral.subtract(points);
    }
}
