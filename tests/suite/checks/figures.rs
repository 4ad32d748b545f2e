//! Measurements that can hardly be meant, or stand twice.

use crate::checks::payroll::{assert_clean, payroll};
use crate::project::Project;

const HEAD: &str = "period,service,standard,metric,value,count\n";

fn figures(rows: &str) -> Project {
    payroll().file("measurements/2026.csv", format!("{HEAD}{rows}\n"))
}

#[test]
fn doubtful_figure() {
    let report = figures("2027-01,correction,normal,resolution_met,0.94,120").check();
    for told in [
        "warning[doubtful-figure]: 2027-01 has not begun yet\n --> catalog/measurements/2026.csv:2:1\n",
        "warning[doubtful-figure]: 0.94 per cent is less than one case in a hundred\n",
        "2026.csv:2:42",
        "write `94.0` if that is meant",
        "2 warnings in 1 file",
    ] {
        assert!(report.contains(told), "{report}");
    }
    assert_clean(&figures(
        "2026-11,correction,normal,resolution_met,0,12\n2026-10,correction,,first_response_mean,0.5,12",
    ));
}

#[test]
fn duplicate_figure() {
    let twice = "2026-09,correction,normal,resolution_met,94,120\n2026-09,correction,normal,resolution_met,91,118";
    let report = figures(twice).check();
    for told in [
        "error[duplicate-figure]: the same figure of the same month stands here twice\n",
        "2026.csv:3:1",
        "first here",
        "1 error in 1 file",
    ] {
        assert!(report.contains(told), "{report}");
    }
    assert_clean(&figures("2026-09,correction,normal,requests,94,\n2026-09,correction,,requests,91,"));
}

#[test]
fn tables_of_spreadsheets_are_read_as_they_write_them() {
    let semicolons =
        "period;service;standard;metric;value;count\n2026-09;correction;normal;resolution_met;93,5;120\n;;;;;\n";
    assert_clean(&payroll().file("measurements/2026.csv", semicolons));
    let doubtful = semicolons.replace("93,5", "0,94");
    let said = payroll().file("measurements/2026.csv", doubtful).finding("doubtful-figure");
    assert!(said.contains("2026.csv:2:42"), "{said}");
    for (head, told) in [
        ("periode,service,standard,metric,value,count", "there is no column `periode` in this place"),
        ("period\tservice\tstandard\tmetric\tvalue\tcount", "the columns are divided by tabs"),
        ("period,service,metric,standard,value,count", "in this order"),
    ] {
        let said = payroll().file("measurements/2026.csv", format!("{head}\n")).finding("invalid-table");
        assert!(said.contains(told), "{said}");
    }
    let head = "Period;Service;Standard;Metric;Value;Count\n2026-09;correction;normal;resolution_met;93,5;120\n";
    let said = payroll().file("measurements/2026.csv", head).finding("invalid-table");
    let ours = "period;service;standard;metric;value;count";
    assert!(said.contains(&format!("help: write `{ours}`")) && said.contains(&format!("1 + {ours}")), "{said}");
    let said = payroll().file("measurements/2026.csv", "month;desk;figure\n").finding("invalid-table");
    assert!(said.contains(&format!("begin the file with the row `{ours}`")), "{said}");
    assert_clean(&payroll().file("measurements/2026.csv", format!("sep=;\r\n{semicolons}")));
    let doubtful = format!("sep=;\r\n{}", semicolons.replace("93,5", "0,94"));
    let said = payroll().file("measurements/2026.csv", doubtful).finding("doubtful-figure");
    assert!(said.contains("2026.csv:3:42"), "{said}");
    let said = figures("2026-10,correction,normal,satisfaction,4,2,20").finding("invalid-table");
    assert!(said.contains("the comma of `4,2` divides two fields: write `4.2`"), "{said}");
    assert!(said.contains("+ 2026-10,correction,normal,satisfaction,4.2,20"), "{said}");
    assert_clean(&figures("2026-10,correction,normal,satisfaction,4.2,20"));
    let said = figures("2026-10\tcorrection\tnormal\tresolution_met\t94.0\t120").finding("invalid-table");
    assert!(said.contains("its fields are divided by tabs"), "{said}");
}

#[test]
fn files_of_office_programs_are_told() {
    for (path, weight, help) in [
        ("measurements/2026-09.xlsx", "error", "`2026-09.csv`"),
        ("people/all.xlsx", "error", "`all.yaml`"),
        ("departments/payroll/services/bonus.docx", "warning", "`bonus.yaml`"),
        ("news/outage.ODT", "warning", "link to it: `[...](outage.ODT)`"),
    ] {
        let said = payroll().file(path, "x").finding("misplaced-file");
        assert!(said.contains(help) && said.starts_with(weight), "{said}");
    }
    assert_clean(&payroll().file("departments/payroll/services/form.xlsx", "x"));
    let beside =
        payroll().file("departments/payroll/notes.docx", "x").file("departments/payroll/services/~$a.docx", "x");
    assert_clean(&beside);
}
