package org.quanheng.app.page;

/** A figure with its 95 % interval; both ends are the figure itself where nobody knows better than the number. */
public record Estimate(double value, double low, double high) {
    /** {@code good}, {@code bad}, or empty where the interval holds zero. */
    public String tone() {
        return low > 0 ? "good" : high < 0 ? "bad" : "";
    }

    /** The figure. */
    public String text(Page page, int decimals) {
        return page.formats().number(value, decimals);
    }

    /** The figure with its sign, as a change. */
    public String signed(Page page, int decimals) {
        return page.formats().signed(value, decimals);
    }

    /** Its interval; empty where nothing is left of it at so many decimals. */
    public String interval(Page page, int decimals) {
        Formats formats = page.formats();
        return formats.number(low, decimals).equals(formats.number(high, decimals))
                ? ""
                : formats.interval(low, high, decimals);
    }

    /** Its interval as that of a change. */
    public String signedInterval(Page page, int decimals) {
        return "(" + page.formats().signed(low, decimals) + " … "
                + page.formats().signed(high, decimals) + ")";
    }
}
