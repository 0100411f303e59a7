package dev.sojourn.cli;

import dev.sojourn.audit.ProgramVersion;
import dev.sojourn.cli.account.UserVerb;
import dev.sojourn.cli.question.CheckVerb;
import dev.sojourn.cli.question.CompareVerb;
import dev.sojourn.cli.question.CompositionVerb;
import dev.sojourn.cli.question.FiguresVerb;
import dev.sojourn.cli.question.FlowsVerb;
import dev.sojourn.cli.question.MovesVerb;
import dev.sojourn.cli.question.PathsVerb;
import dev.sojourn.cli.question.RetentionVerb;
import dev.sojourn.cli.question.SharesVerb;
import dev.sojourn.cli.question.SideBySideVerb;
import dev.sojourn.cli.question.StateVerb;
import dev.sojourn.cli.question.SurvivalVerb;
import dev.sojourn.cli.question.WhyVerb;
import dev.sojourn.cli.trail.Audit;
import dev.sojourn.cli.trail.DiffVerb;
import dev.sojourn.cli.trail.HistoryVerb;
import dev.sojourn.cli.trail.Verify;
import dev.sojourn.store.ReadOnlyStore;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line as a whole: which verbs there are, and how anything that goes wrong is said. */
@Command(
        name = "sojourn",
        mixinStandardHelpOptions = true,
        version = "sojourn " + ProgramVersion.TEXT,
        description = "An event-sourced, bitemporal ledger of researchers' affiliations.",
        synopsisSubcommandLabel = "VERB",
        footer = {"", "sojourn VERB --help says more, with examples."},
        subcommands = {
            Demo.class,
            Serve.class,
            ImportVerb.class,
            ExportVerb.class,
            RestoreVerb.class,
            UndoVerb.class,
            BackupVerb.class,
            FiguresVerb.class,
            WorklistVerb.class,
            ReleaseVerb.class,
            RetentionVerb.class,
            FlowsVerb.class,
            CompositionVerb.class,
            StateVerb.class,
            SurvivalVerb.class,
            PathsVerb.class,
            MovesVerb.class,
            HistoryVerb.class,
            DiffVerb.class,
            WhyVerb.class,
            CompareVerb.class,
            SideBySideVerb.class,
            SharesVerb.class,
            CheckVerb.class,
            Rebuild.class,
            Verify.class,
            Audit.class,
            UserVerb.class,
            EraseVerb.class,
            Keys.class
        })
public final class Sojourn implements Runnable {
    @Spec
    private CommandSpec spec;

    private Sojourn() {}

    /**
     * Runs one verb.
     *
     * @param environment where verbs look for passwords
     * @param out where answers go
     * @param err where complaints go
     * @return the exit code: 0 done, 1 the answer is no, 2 wrong usage or input
     */
    public static int run(
            String[] args, Web web, Clock clock, Map<String, String> environment, PrintWriter out, PrintWriter err) {
        var world = new World(web, clock, environment);
        return new CommandLine(new Sojourn(), factory(world))
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Sojourn::misused)
                .setExecutionExceptionHandler(Sojourn::failed)
                .execute(args);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a verb, as in: sojourn demo");
    }

    /** Gives a verb the world it works in, where its constructor asks for it. */
    private static IFactory factory(World world) {
        return new IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                try {
                    var constructor = type.getDeclaredConstructor(World.class);
                    constructor.setAccessible(true); // a verb is its own package's business
                    return constructor.newInstance(world);
                } catch (NoSuchMethodException independent) {
                    return CommandLine.defaultFactory().create(type);
                }
            }
        };
    }

    private static int misused(ParameterException wrong, String[] args) {
        var verb = wrong.getCommandLine();
        verb.getErr().println("sojourn: " + wrong.getMessage());
        verb.getErr().println("Try: " + verb.getCommandSpec().qualifiedName() + " --help");
        verb.getErr().flush();
        return ExitCode.USAGE;
    }

    private static int failed(Exception wrong, CommandLine verb, CommandLine.ParseResult asked) throws Exception {
        if (wrong instanceof InputError || wrong instanceof IllegalArgumentException) {
            verb.getErr().println("sojourn: " + wrong.getMessage());
            verb.getErr().flush();
            return ExitCode.USAGE;
        }
        if (wrong instanceof ReadOnlyStore) {
            verb.getErr().println("sojourn: " + wrong.getMessage());
            verb.getErr().flush();
            return ExitCode.SOFTWARE;
        }
        throw wrong; // a bug: its trace is what helps
    }
}
