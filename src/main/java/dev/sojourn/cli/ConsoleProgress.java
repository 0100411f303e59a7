package dev.sojourn.cli;

import dev.sojourn.exchange.Progress;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar on standard error that shows how far a long piece of work has come. */
final class ConsoleProgress implements Progress, AutoCloseable {
    private final ProgressBar bar;

    ConsoleProgress(String task) {
        bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setStyle(ProgressBarStyle.ASCII)
                .setInitialMax(-1)
                .build();
    }

    @Override
    public void at(long done, long total) {
        bar.maxHint(total == 0 ? -1 : total);
        bar.stepTo(done);
    }

    @Override
    public void close() {
        bar.close();
    }
}
