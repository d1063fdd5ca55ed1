//! `habeas draft`: opens a case per company and writes its letter.
//!
//! In: a right and companies. Out: a case each, with `letter.pdf`, `letter.txt` and, where there is an e-mail
//! address, `message.eml`. All companies are found and all letters composed before the first file is written.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::abroad::Abroad;
use super::choices;
use super::companies::{find_at_home, pack};
use super::config::{Config, Consulted, chance, exists, written};
use super::dealing::{Dealings, unanswered_access};
use super::drafted::{AskedAlready, Drafted, Drafts};
use super::failure::{Failure, Kind};
use super::outgoing::{self, Format, editable, files};
use super::output::{Outcome, progress};
use super::standing::Row;
use super::way::{by_post, language, preferred, via};
use crate::delivery;
use crate::delivery::outbox::{Existing, Staged, Unnamed, put};
use crate::directory::Directory;
use crate::directory::check::is_stale;
use crate::directory::company::{Company, Confidence, Identifier, Status};
use crate::directory::diff::in_one_line;
use crate::directory::external::Imported;
use crate::law::right::Right;
use crate::letter::Letter;
use crate::letter::choice::Choices;
use crate::letter::compose::{check_said, compose};
use crate::letter::pdf::{document, separator};
use crate::letter::request::Request;
use crate::letter::template::{Matter, Template};
use crate::paper::picture::Picture;
use crate::paper::{Binding, Typesetter};
use crate::tracker::case::{Case, CaseFile, reference};
use crate::tracker::contact::{Bounce, bounced, kind_of, without_bounced};
use crate::tracker::deadline::if_received;
use crate::tracker::event::{Event, EventKind, Via};
use crate::tracker::store::Store;
use crate::tracker::store::opening::Opening;
use crate::wording::Language;

/// Letters that are drafted at once without asking. Requests to companies a person never dealt with can be
/// held to be excessive (Art. 12(5), C-526/24), so that a long list has to be meant.
const BATCH_MAX: usize = 10;

/// Write the letters for a right and open a case for each company
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  habeas draft access cdiscount
  habeas draft access ebay amazon cdiscount sarenza spartoo --out letters
  habeas draft access amazon --via post --letter-lang en
  habeas draft access amazon --registered --layout plain --format odt --out letters
  habeas draft access --pack fr-telecom --print-all letters.pdf
  habeas draft erasure spartoo --ground no-longer-needed --category browsing
  habeas draft rectification cdiscount --correct 'date of birth: 1 May 1970 => 5 January 1970'
  habeas draft marketing-objection cdiscount
  habeas draft tracking criteo --tracker 'criteo.com uid=4f2a91' --sole-user

Rights: access, tracking, rectification, erasure, restriction, portability, objection, \
marketing-objection, automated-decision, withdraw-consent
An erasure destroys what an access request would have shown: ask for access first.")]
pub(super) struct Arguments {
    /// The right to exercise
    right: String,
    /// Companies by id, name or brand
    #[arg(required_unless_present = "pack")]
    companies: Vec<String>,
    /// Also the companies of this pack that can be written to and serve your country (habeas companies list --pack)
    #[arg(long)]
    pack: Option<String>,
    /// You have dealt with each company, or have reason to think that it knows you; above ten letters this has to be said
    #[arg(long)]
    dealt_with_each: bool,
    /// How it leaves: email, post or form; without it, as the company wants
    #[arg(long)]
    via: Option<String>,
    /// Also write the files into this folder, one folder per case
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Draft although the same request was drafted less than twelve months ago
    #[arg(long)]
    again: bool,
    /// Language of the letter, where it is not the one chosen for the company
    #[arg(long, value_name = "LANGUAGE", value_parser = written)]
    letter_lang: Option<Language>,
    /// Also write all letters into this one PDF, each behind a page that says to whom it goes
    #[arg(long, value_name = "FILE")]
    print_all: Option<PathBuf>,
    #[command(flatten)]
    page: outgoing::Arguments,
    #[command(flatten)]
    choices: choices::Arguments,
}

/// What to draft, as other commands ask for it.
pub(super) struct Wish<'a> {
    pub(super) right: Right,
    pub(super) companies: Vec<&'a Company>,
    /// Also where the same request was made less than a year ago.
    pub(super) again: bool,
    pub(super) via: Option<Via>,
    pub(super) out: Option<&'a Path>,
    /// One file for all letters.
    pub(super) print_all: Option<&'a Path>,
    /// The language asked for.
    pub(super) language: Option<Language>,
    /// What the letters say.
    pub(super) choices: Choices,
    /// The forms they are also written in.
    pub(super) formats: &'a [Format],
    /// Where the companies stem from, if some may be imported.
    pub(super) consulted: Option<&'a Consulted>,
    /// The person has dealt with each of them.
    pub(super) dealt_with_each: bool,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments, config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    let right = Right::called(&arguments.right).ok_or_else(|| unknown_right(&arguments.right))?;
    let choices = arguments.page.add_to(arguments.choices.read()?);
    let via = arguments.via.as_deref().map(via).transpose()?;
    let via = if choices.registered.is_some() { Some(by_post(via)?) } else { via };
    choices.check(right)?;
    let words: Vec<&str> = arguments.companies.iter().map(String::as_str).collect();
    let consulted = match arguments.pack {
        Some(_) => config.directory_with(&words)?,
        None => config.directory_at_home(&words)?,
    };
    let companies = chosen(arguments, &consulted.directory, config)?;
    let mut store = config.store()?;
    let dealings = Dealings::of(&store)?;
    let (companies, passed_over) = if companies.len() > 1 && !arguments.again {
        without_asked(companies, &dealings, right, config.today)
    } else {
        (companies, Vec::new())
    };
    refuse_closed(&companies)?;
    if companies.len() > 1 && arguments.page.is_numbered() {
        return Err(Failure::new(Kind::Usage, "the number of a registered letter is that of one letter")
            .hint("write --registered without a number, or name one company"));
    }
    if companies.len() > BATCH_MAX && !arguments.dealt_with_each {
        return Err(too_many(companies.len()));
    }
    if !arguments.again {
        refuse_repetition(&dealings, &companies, right, config.today)?;
    }
    let wish = Wish {
        right,
        companies,
        again: arguments.again,
        via,
        out: arguments.out.as_deref(),
        print_all: arguments.print_all.as_deref(),
        language: arguments.letter_lang,
        choices,
        formats: arguments.page.formats(),
        consulted: Some(&consulted),
        dealt_with_each: arguments.dealt_with_each,
    };
    let drafts = draft(&wish, &dealings, config, &mut store)?;
    Ok(Box::new(Drafts { passed_over, ..drafts }))
}

/// Passes over the companies that were asked the same not long ago, unless all of them were.
fn without_asked<'a>(
    companies: Vec<&'a Company>,
    dealings: &Dealings,
    right: Right,
    today: NaiveDate,
) -> (Vec<&'a Company>, Vec<AskedAlready>) {
    let asked = |company: &Company| {
        asked_already(dealings, company, right, today).map(|file| AskedAlready {
            company: company.id().to_owned(),
            case: file.case.reference.clone(),
            drafted: file.case.drafted,
        })
    };
    let passed_over: Vec<AskedAlready> = companies.iter().filter_map(|company| asked(company)).collect();
    if passed_over.len() == companies.len() {
        return (companies, Vec::new());
    }
    let is_left = |company: &&Company| passed_over.iter().all(|asked| asked.company != company.id());
    (companies.into_iter().filter(is_left).collect(), passed_over)
}

/// The companies named and those of the pack, each once.
fn chosen<'a>(
    arguments: &Arguments,
    directory: &'a Directory,
    config: &Config,
) -> Result<Vec<&'a Company>, Failure> {
    let mut companies: Vec<&Company> = Vec::new();
    let named = arguments.companies.iter().map(|word| find_at_home(directory, word, config));
    let packed = match &arguments.pack {
        Some(name) => from_pack(pack(directory, name)?, name, config)?,
        None => Vec::new(),
    };
    for company in named.chain(packed.into_iter().map(Ok)) {
        let company = company?;
        if !companies.iter().any(|known| known.id() == company.id()) {
            companies.push(company);
        }
    }
    Ok(companies)
}

/// Those of a pack that can be written to and serve the person's country, as far as it is known.
fn from_pack<'a>(pack: Vec<&'a Company>, name: &str, config: &Config) -> Result<Vec<&'a Company>, Failure> {
    let country = config.profile.person.country.as_deref();
    let serves = |company: &&Company| country.is_none_or(|country| company.serves(country));
    let chosen: Vec<&Company> =
        pack.into_iter().filter(|company| company.status == Status::Usable).filter(serves).collect();
    if chosen.is_empty() {
        return Err(Failure::new(
            Kind::Input,
            format!("no company of the pack `{name}` serves your country"),
        )
        .hint(format!("habeas companies list --pack {name}, and name companies")));
    }
    Ok(chosen)
}

fn refuse_closed(companies: &[&Company]) -> Result<(), Failure> {
    match companies.iter().find(|company| company.status == Status::Closed) {
        Some(company) => {
            Err(Failure::new(Kind::Input, format!("the directory says that {} is closed", company.id()))
                .hint(format!("habeas companies show {}", company.id())))
        }
        None => Ok(()),
    }
}

fn too_many(letters: usize) -> Failure {
    let message = format!("{letters} letters at once; write only to companies that know you (C-526/24)");
    Failure::new(Kind::Input, message)
        .hint("name fewer companies, or add --dealt-with-each if you have dealt with each of them")
}

/// Composes every letter, then writes them and opens the cases: all, or none. Who drafts the same in another
/// process at the same time waits, and finds these cases there.
pub(super) fn draft(
    wish: &Wish<'_>,
    dealings: &Dealings,
    config: &Config,
    store: &mut Store,
) -> Result<Drafts, Failure> {
    let typesetter = Typesetter::new();
    let signature = config.signature()?;
    let bounces = bounced(&dealings.cases);
    let mut templates = BTreeMap::new();
    let mut written = Vec::new();
    let mut desk = Desk { typesetter: &typesetter, templates: &mut templates, signature: signature.as_ref() };
    let progress = progress();
    progress.set_length(wish.companies.len() as u64);
    for company in &wish.companies {
        let one = write(company, &bounces, wish, config, &mut desk);
        let mut one = one.map_err(|failure| naming(company, wish, failure))?;
        let person = &config.profile.person;
        one.is_stranger = !wish.dealt_with_each && dealings.is_stranger(company, person, wish.right);
        // A letter that never left, or came back, asked nothing.
        one.asked_before =
            dealings.recent(company, wish.right, config.today).filter_map(CaseFile::sent).max();
        let overtaken = unanswered_access(&dealings.cases, company.id());
        one.overtakes =
            overtaken.filter(|_| wish.right == Right::Erasure).map(|file| file.case.reference.clone());
        written.push(one);
        progress.inc(1);
    }
    progress.finish_and_clear();
    let mut opening = store.opening()?;
    if !wish.again {
        let meanwhile = dealings.since(&opening)?;
        refuse_repetition(&meanwhile, &wish.companies, wish.right, config.today)?;
    }
    // Copies get their names once the cases are open: no letter lies there whose case is not kept.
    let bound = wish.print_all.map(|file| print_all(&written, file, config, &typesetter)).transpose()?;
    let mut copies = wish.out.map(Staged::within).transpose().map_err(|error| unopened(error.into()))?;
    let mut kept = Vec::new();
    for written in written {
        kept.push(written.keep(copies.as_mut(), &mut opening).map_err(unopened)?);
    }
    opening.finish().map_err(|error| unopened(error.into()))?;
    copies.map(Staged::place).transpose()?;
    bound.map(Bound::place).transpose()?;
    let drafted = kept.into_iter().map(|kept| kept.shown(config, store));
    Ok(Drafts { cases: drafted.collect::<Result<_, _>>()?, passed_over: Vec::new() })
}

/// Names the company a failure is about, where there are several and the fault is not the profile's.
fn naming(company: &Company, wish: &Wish<'_>, failure: Failure) -> Failure {
    let is_known = wish.companies.len() < 2 || failure.kind == Kind::Settings;
    if is_known {
        failure
    } else {
        Failure { message: format!("{}: {}", company.id(), failure.message), ..failure }
    }
}

/// Says of a failure that it left nothing behind.
fn unopened(failure: Failure) -> Failure {
    Failure { message: format!("{}; no case was opened", failure.message), ..failure }
}

/// All letters in one file, which has no name yet.
struct Bound {
    bytes: Unnamed,
    path: PathBuf,
}

impl Bound {
    /// Gives it its name. A file is never overwritten.
    fn place(self) -> Result<(), Failure> {
        self.bytes.name(&self.path).map_err(|(_, source)| {
            Failure::new(
                Kind::Input,
                format!("the cases are open, but --print-all was not written: {source}"),
            )
            .hint("print the letters of the cases: habeas status")
        })
    }
}

/// Binds all letters to one file, each behind a page that says to whom it goes.
fn print_all(
    written: &[Written],
    file: &Path,
    config: &Config,
    typesetter: &Typesetter,
) -> Result<Bound, Failure> {
    let wording = config.wording();
    let count = written.len().to_string();
    let mut documents = Vec::new();
    for (index, one) in written.iter().enumerate() {
        let number = (index + 1).to_string();
        let title = wording.say_with("draft-separator", &[("number", &number), ("count", &count)]);
        let via = wording.say(&format!("via-{}", one.case.via.id()));
        let mut lines = vec![format!("{} · {}", one.case.company_name, one.case.reference), via];
        lines.extend(one.case.address.clone());
        documents.push(separator(&one.letter, config.language, &title, &lines));
        documents.push(document(&one.letter));
    }
    let title = wording.say_count("draft-all", written.len() as u64);
    let binding = Binding {
        language: config.language.code(),
        title: &title,
        date: config.today,
        documents: &documents,
    };
    let bytes = typesetter.bind(&binding).map_err(|error| {
        Failure::of(Kind::Input, &error)
            .hint("it stands in the name or address of a company: habeas companies show COMPANY")
    })?;
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = file.file_name().and_then(|name| name.to_str()).ok_or_else(|| {
        Failure::new(Kind::Usage, "--print-all names no file").hint("--print-all letters.pdf")
    })?;
    // Nothing is written where there is such a file.
    put(folder, &[], Existing::Keep)?;
    if exists(file) {
        return Err(unopened(delivery::Error::FileExists { name: name.to_owned() }.into()));
    }
    let bytes = Unnamed::write(folder, &bytes)
        .map_err(|source| unopened(delivery::Error::NotWritten { name: name.to_owned(), source }.into()))?;
    Ok(Bound { bytes, path: file.to_owned() })
}

/// A letter and its files, not yet kept.
pub(super) struct Written {
    case: Case,
    letter: Letter,
    event: Event,
    files: Vec<(String, Vec<u8>)>,
    /// What is copied and not kept, because it is there to be changed.
    editable: Vec<(String, Vec<u8>)>,
    missing: Vec<Identifier>,
    passed_over: Vec<(String, NaiveDate)>,
    imported: Option<Imported>,
    seen: Option<NaiveDate>,
    is_doubtful: bool,
    is_stranger: bool,
    overtakes: Option<String>,
    is_in_other_language: bool,
    asked_before: Option<NaiveDate>,
    abroad: Option<Abroad>,
}

/// What letters are written with.
struct Desk<'a> {
    typesetter: &'a Typesetter,
    templates: &'a mut BTreeMap<Matter, Template>,
    signature: Option<&'a Picture>,
}

/// Writes one letter with its files. Contacts that bounced are passed over.
fn write(
    company: &Company,
    bounces: &[Bounce],
    wish: &Wish<'_>,
    config: &Config,
    desk: &mut Desk<'_>,
) -> Result<Written, Failure> {
    let imported = wish.consulted.and_then(|consulted| consulted.imported(company)).cloned();
    let (company, lowered) = without_bounced(company, bounces);
    let passed_over = lowered.iter().map(|(contact, bounce)| (in_one_line(contact), bounce.on)).collect();
    let company = company.as_ref();
    let abroad = Abroad::of(company, wish.consulted, config);
    let via = wish.via.unwrap_or_else(|| preferred(company));
    let reference = reference("HB", chance()?);
    let mut request = Request {
        subject: &config.profile.person,
        company,
        right: wish.right,
        reference: &reference,
        today: config.today,
        language: config.language,
        address: None,
        email: None,
        choices: &wish.choices,
    };
    let language = language(company, request.matter(), wish.language, config);
    request.language = language;
    let template = match desk.templates.entry(request.matter()) {
        Entry::Occupied(known) => known.into_mut(),
        Entry::Vacant(new) => new.insert(config.template(request.matter())?),
    };
    request.check_choices()?;
    check_said(&request, template)?;
    let letter = Letter { signature_image: desk.signature.cloned(), ..compose(&request, template)? };
    let case = Case {
        reference: reference.clone(),
        company: company.id().to_owned(),
        company_name: company.name.clone(),
        country: company.country().map(str::to_owned),
        region: company.controller.as_ref().and_then(|controller| controller.region.clone()),
        right: wish.right,
        language,
        via,
        address: company.contact(kind_of(via)).map(in_one_line),
        drafted: config.today,
    };
    let mut event = Event { via: Some(via), ..Event::new(EventKind::Drafted, config.today) };
    let email = company.contact(kind_of(Via::Email)).map(|contact| contact.value.value.to_string());
    // What is said to be posted does not also lie ready as a message.
    let email = email.filter(|_| wish.choices.registered.is_none());
    let mut files = files(&letter, &request, email.as_deref(), (config, desk.typesetter), &mut event)?;
    let editable = editable(&letter, &request, wish.formats)?;
    files.extend(choices::kept(&wish.choices)?);
    let is_doubtful = match company.confidence {
        Confidence::Unverified => imported.is_none(),
        Confidence::Tested | Confidence::Verified => false,
    };
    Ok(Written {
        case,
        letter,
        event,
        files,
        editable,
        missing: request.missing_identifiers(),
        passed_over,
        imported,
        seen: company.contact(kind_of(via)).map(|contact| contact.checked.value),
        is_doubtful,
        is_stranger: false,
        overtakes: None,
        is_in_other_language: wish.language.or(config.language_asked).is_none()
            && language != config.report_language,
        asked_before: None,
        abroad,
    })
}

impl Written {
    fn keep(self, copies: Option<&mut Staged>, opening: &mut Opening<'_>) -> Result<Kept, Failure> {
        // The copies come first: where they cannot be written, no case is opened.
        let copies = copies.map(|copies| self.copy(copies)).transpose()?;
        let file = opening.open(&self.case, self.event.clone(), &self.files)?;
        Ok(Kept { written: self, file, copies })
    }

    fn copy(&self, copies: &mut Staged) -> Result<Vec<(String, PathBuf)>, Failure> {
        let all = self.files.iter().chain(&self.editable).filter(|(name, _)| name != choices::FILE);
        let files: Vec<(&str, &[u8])> = all.map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
        let written = copies.add(&format!("{}-{}", self.case.company, self.case.reference), &files)?;
        Ok(files.iter().map(|(name, _)| (*name).to_owned()).zip(written).collect())
    }
}

/// A letter whose case is being opened.
struct Kept {
    written: Written,
    file: CaseFile,
    /// Where the copies are, if some were wanted.
    copies: Option<Vec<(String, PathBuf)>>,
}

impl Kept {
    /// Says of a case that is open where its files are, and what to do next.
    fn shown(self, config: &Config, store: &Store) -> Result<Drafted, Failure> {
        let Self { written, file, copies } = self;
        let folder = store.case_folder(&written.case.reference);
        // What was chosen is kept for the program, not for the reader.
        let evidence = file.events.iter().flat_map(|event| &event.files);
        let evidence = evidence.filter(|file| file.given_name() != choices::FILE);
        let paths = copies
            .unwrap_or_else(|| evidence.map(|file| (file.name.clone(), folder.join(&file.name))).collect());
        let home = config.profile.person.country.as_deref();
        let due =
            if_received(&written.case, home, config.today).and_then(|limit| Some((limit.due?, limit.period)));
        Ok(Drafted {
            row: Row::of(file, config, store)?,
            case: written.case,
            program: config.program(),
            paths,
            due,
            missing: written.missing,
            passed_over: written.passed_over,
            imported: written.imported,
            seen: written.seen,
            is_old: written.seen.is_some_and(|seen| is_stale(seen, config.today)),
            is_doubtful: written.is_doubtful,
            is_stranger: written.is_stranger,
            overtakes: written.overtakes,
            is_in_other_language: written.is_in_other_language,
            asked_before: written.asked_before,
            abroad: written.abroad,
        })
    }
}

/// Returns the open case of the same request to a company within a sensible interval.
fn asked_already<'d>(
    dealings: &'d Dealings,
    company: &Company,
    right: Right,
    today: NaiveDate,
) -> Option<&'d CaseFile> {
    let is_open = |file: &&CaseFile| !file.events.iter().any(|event| event.kind == EventKind::Closed);
    dealings.recent(company, right, today).find(is_open)
}

/// Refuses the same request to the same company within a sensible interval, unless it is wanted.
fn refuse_repetition(
    dealings: &Dealings,
    companies: &[&Company],
    right: Right,
    today: NaiveDate,
) -> Result<(), Failure> {
    let recent = companies.iter().find_map(|company| asked_already(dealings, company, right, today));
    let Some(file) = recent else { return Ok(()) };
    let message = format!(
        "{} has a letter for {right} of {} already (case {})",
        file.case.company, file.case.drafted, file.case.reference
    );
    let hint = format!("habeas status {}, or draft with --again", file.case.reference);
    Err(Failure::new(Kind::Input, message).hint(hint))
}

fn unknown_right(word: &str) -> Failure {
    Failure::new(Kind::Usage, format!("there is no right `{word}` to write for"))
        .hint(format!("there are letters for {}", Right::ids()))
}
