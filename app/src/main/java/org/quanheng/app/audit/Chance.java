package org.quanheng.app.audit;

/** Chance as an argument. */
@FunctionalInterface
public interface Chance {
    /** A number from 0 to below 1, each as likely as any other. */
    double draw();
}
