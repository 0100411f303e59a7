package dev.sojourn.bench.kernel;

import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs all kernels of this package and leaves {@code target/bench/kernels.csv}. */
public final class Run {

    private Run() {}

    public static void main(String[] args) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(Run.class.getPackageName() + "\\..*")
                        .resultFormat(ResultFormatType.CSV)
                        .result("target/bench/kernels.csv")
                        .build())
                .run();
    }
}
