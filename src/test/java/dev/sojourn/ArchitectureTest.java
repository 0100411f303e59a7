package dev.sojourn;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The architecture")
class ArchitectureTest {

    private static final String ROOT = "dev.sojourn";
    private static final Path SOURCES = Path.of("src/main/java");
    private static final JavaClasses SOJOURN = new ClassFileImporter()
            .importUrl(SojournApplication.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation());

    private static final DescribedPredicate<JavaMethodCall> READS_A_JAVA_TIME_CLOCK = describe(
            "reads the wall clock",
            call -> call.getTargetOwner().getPackageName().startsWith("java.time")
                    && call.getName().equals("now")
                    && call.getTarget().getRawParameterTypes().stream()
                            .noneMatch(type -> type.isEquivalentTo(Clock.class)));

    private static final DescribedPredicate<JavaMethodCall> MAKES_A_CLOCK = describe(
            "makes a clock",
            call -> call.getTargetOwner().isEquivalentTo(Clock.class)
                    && call.getName().matches("system.*|tick(Millis|Seconds|Minutes)"));

    static Set<String> packages() {
        return PackageTable.mayUse().keySet();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void lets_data_flow_one_way_only(String folder) {
        var allowed = PackageTable.mayUse().get(folder);
        var others = Stream.concat(
                        Stream.of(ROOT), // the application knows everything, nobody knows it
                        packages().stream()
                                .filter(other -> !other.equals(folder) && !allowed.contains(other))
                                .map(ArchitectureTest::all))
                .toArray(String[]::new);

        check(noClasses()
                .that()
                .resideInAPackage(all(folder))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others));
    }

    @Test
    void has_a_row_for_every_package() {
        var packages = SOJOURN.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.equals(ROOT))
                .map(name -> name.substring(ROOT.length() + 1).split("\\.", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(packages()).as("PackageTable has a row for each of these").containsAll(packages);
    }

    @Test
    void has_no_cycles() {
        check(slices().matching(ROOT + ".(*)..").should().beFreeOfCycles());
    }

    @Test
    void never_lets_write_and_read_see_each_other() {
        assertThat(PackageTable.mayUse().get("command")).doesNotContain("projection");
        assertThat(PackageTable.mayUse().get("projection")).doesNotContain("command");
    }

    /** The vantage and the event store's clock are the only sources of time; the application makes the clock. */
    @Test
    void reads_no_wall_clock() {
        check(noClasses().should().callMethodWhere(READS_A_JAVA_TIME_CLOCK));
        check(noClasses().should().callMethod(System.class, "currentTimeMillis"));
        check(noClasses().should().callConstructor(Date.class));
        check(noClasses().that(not(resideInAPackage(ROOT))).should().callMethodWhere(MAKES_A_CLOCK));
    }

    @Test
    void keeps_time_and_analysis_plain() {
        check(classes()
                .that()
                .resideInAnyPackage(all("time"), all("analysis"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", ROOT + "..", "org.apache.commons.statistics.."));
    }

    @Test
    void handles_commands_in_command_and_events_in_projection() {
        check(methods()
                .that()
                .areAnnotatedWith(CommandHandler.class)
                .should()
                .beDeclaredInClassesThat()
                .resideInAPackage(all("command")));
        check(methods()
                .that()
                .areAnnotatedWith(EventHandler.class)
                .should()
                .beDeclaredInClassesThat()
                .resideInAPackage(all("projection")));
    }

    @Test
    void has_one_jackson() {
        check(noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("com.fasterxml..")
                        .and(not(resideInAPackage("com.fasterxml.jackson.annotation..")))));
    }

    @Test
    void has_no_place_for_what_has_no_place() {
        check(noClasses().should().resideInAnyPackage("..util..", "..common..", "..impl.."));
    }

    @Test
    void has_a_front_page_for_every_package() throws IOException {
        try (var files = Files.walk(SOURCES.resolve(ROOT.replace('.', '/')))) {
            var folders = files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(folders).isNotEmpty().allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                    .exists());
        }
    }

    @Test
    void is_the_table_that_readme_shows() throws IOException {
        var readme = Path.of("README.md");
        String begin = "<!-- packages -->";
        assumeTrue(
                Files.exists(readme) && Files.readString(readme).contains(begin),
                "README.md has no table of packages yet, between " + begin + " and <!-- /packages -->");
        String text = Files.readString(readme);

        assertThat(text.substring(text.indexOf(begin) + begin.length(), text.indexOf("<!-- /packages -->"))
                        .strip())
                .isEqualTo(PackageTable.MARKDOWN.strip());
    }

    /** Some packages of the table are still to come. */
    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(SOJOURN);
    }

    private static String all(String folder) {
        return ROOT + "." + folder + "..";
    }
}
