package dev.sojourn;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which setting cannot be used, instead of a page of where that was noticed. */
final class SettingsComplaint extends AbstractFailureAnalyzer<UnusableSetting> {
    @Override
    protected FailureAnalysis analyze(Throwable failed, UnusableSetting why) {
        return new FailureAnalysis(why.getMessage(), "Change it in config/application.yaml.", failed);
    }
}
