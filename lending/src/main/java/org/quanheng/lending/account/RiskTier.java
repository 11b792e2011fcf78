package org.quanheng.lending.account;

import java.util.List;

/**
 * The five tiers of a loan's quality [五级分类], as a rule on top of days past due.
 *
 * <p>Source: Measures for the Risk Classification of Financial Assets of Commercial Banks (CBIRC and PBOC, 2023 no. 1),
 * articles 10 to 12; the thresholds are data.
 */
public enum RiskTier {
    /** 正常: nothing points to a loss. */
    NORMAL,
    /** 关注: overdue, or something may weaken the ability to pay. */
    SPECIAL_MENTION,
    /** 次级: overdue by more than 90 days, or credit impaired. */
    SUBSTANDARD,
    /** 可疑: overdue by more than 270 days. */
    DOUBTFUL,
    /** 损失: overdue by more than 360 days. */
    LOSS;

    /**
     * A line of the rule: overdue by more than so many days means this tier at least.
     *
     * @param moreThanDays days past due
     * @param tier the tier
     */
    public record Threshold(int moreThanDays, RiskTier tier) {}

    /** The thresholds in force in China since 1 July 2023. */
    public static final List<Threshold> CHINA_2023 = List.of(
            new Threshold(0, SPECIAL_MENTION),
            new Threshold(90, SUBSTANDARD),
            new Threshold(270, DOUBTFUL),
            new Threshold(360, LOSS));

    /** The worst tier that the days past due reach; impaired credit is substandard at least. */
    public static RiskTier of(int daysPastDue, boolean creditImpaired, List<Threshold> thresholds) {
        RiskTier tier = creditImpaired ? SUBSTANDARD : NORMAL;
        for (Threshold threshold : thresholds) {
            if (daysPastDue > threshold.moreThanDays()) {
                tier = tier.compareTo(threshold.tier()) >= 0 ? tier : threshold.tier();
            }
        }
        return tier;
    }
}
