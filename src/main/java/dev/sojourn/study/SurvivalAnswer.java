package dev.sojourn.study;

import dev.sojourn.analysis.survival.Risk;
import dev.sojourn.analysis.survival.Survival;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** Reads {@code base}, {@code exits}, {@code ended} and {@code censored}, and {@code exits:TIME} and the like. */
record SurvivalAnswer(Survival survival) implements Answer {

    @Override
    public Measured read(String name) {
        int colon = name.indexOf(':');
        String what = colon < 0 ? name : name.substring(0, colon);
        String time = colon < 0 ? null : name.substring(colon + 1);
        return Measured.count(
                switch (what) {
                    case "base" -> survival.base();
                    case "exits" -> sum(time, Risk::gone);
                    case "ended" -> sum(time, Risk::endedInAll);
                    case "censored" -> sum(time, Risk::censored);
                    default ->
                        throw Answer.nothing(name, "base, exits, ended and censored, and with :TIME those of one time");
                });
    }

    private int sum(String time, ToIntFunction<Risk> of) {
        return survival.table().stream()
                .filter(risk -> time == null || time.equals(String.valueOf(risk.time())))
                .mapToInt(of)
                .sum();
    }

    @Override
    public Record given() {
        return survival;
    }

    @Override
    public Map<String, Object> counted() {
        var counted = new TreeMap<String, Object>();
        counted.put("from", survival.from().toString());
        counted.put("to", survival.to().toString());
        counted.put("unit", survival.unit().name().toLowerCase(Locale.ROOT));
        counted.put("base", survival.base());
        counted.put("baseUncertain", survival.baseUncertain());
        counted.put("interval", survival.interval());
        counted.put("whereUnknown", survival.whereUnknown());
        counted.put(
                "table", survival.table().stream().map(SurvivalAnswer::counted).toList());
        return counted;
    }

    private static Map<String, Object> counted(Risk risk) {
        var counted = new TreeMap<String, Object>();
        counted.put("time", risk.time());
        counted.put("atRisk", risk.atRisk());
        counted.put("exits", risk.gone());
        risk.ended().forEach((cause, count) -> counted.put("ended:" + cause, count));
        counted.put("censored", risk.censored());
        counted.put("partly", risk.partly());
        return counted;
    }
}
