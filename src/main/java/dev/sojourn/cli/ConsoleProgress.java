package dev.sojourn.cli;

import dev.sojourn.exchange.Progress;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on standard error that shows how far a long piece of work has come. */
public final class ConsoleProgress implements Progress, AutoCloseable {
    private final String task;
    private ProgressBar bar;

    /** Shows nothing before there is something to show, such as that what was asked is refused. */
    public ConsoleProgress(String task) {
        this.task = task;
    }

    @Override
    public void at(long done, long total) {
        if (bar == null) {
            bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setInitialMax(-1)
                    .showSpeed()
                    .build();
        }
        bar.maxHint(total == 0 ? -1 : total);
        bar.stepTo(done);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
