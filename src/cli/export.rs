//! `copydesk export`: the sources as an OPML 2.0 list, sections as folders.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::{Common, Outcome, Stop, code};
use crate::config::{Desk, Source};
use crate::model::Outline;
use crate::store::Store;
use crate::text::url::is_web;
use crate::{pipeline, write};

/// Print the sources as an OPML list
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Only the sources of this section (its slug)
    #[arg(long, value_name = "SLUG")]
    section: Option<String>,
    /// Write the list into this folder, as sources.opml, or as sources-1.opml and so on where it is too
    /// large for one file
    #[arg(long, value_name = "FOLDER")]
    to: Option<PathBuf>,
}

/// Runs the command.
pub(super) fn run(args: &Args, common: &Common) -> Outcome {
    let desk = super::desk(common)?;
    super::add::check_sections(&desk, args.section.as_slice())?;
    let (desk, homes) = with_what_is_known(desk)?;
    let wanted = |source: &&Source| args.section.as_ref().is_none_or(|slug| source.sections.contains(slug));
    let (public, local): (Vec<&Source>, Vec<&Source>) =
        desk.sources.iter().filter(wanted).partition(|source| source.public_address().is_some());
    let title = format!("{}: sources", desk.site.title);
    let parts = write::opml_parts(&title, &outlines(&desk, &public, &homes), write::MOST_OPML)
        .map_err(Stop::failed)?;
    match (&args.to, &parts[..]) {
        (Some(folder), _) => put(folder, &parts, common)?,
        (None, [list]) => io::stdout().write_all(list)?,
        (None, _) => return Err(too_large(&parts, args.section.as_deref())),
    }
    if !local.is_empty() && !common.quiet {
        let names: Vec<&str> = local.iter().map(|source| source.name.as_str()).collect();
        writeln!(
            io::stderr(),
            "copydesk: left out, since they have no public address (`url`): {}",
            names.join(", ")
        )?;
    }
    Ok(code::DONE)
}

/// One list on standard output cannot have parts.
fn too_large(parts: &[Vec<u8>], section: Option<&str>) -> Stop {
    let bytes: usize = parts.iter().map(Vec::len).sum();
    let more = section.map_or(String::new(), |slug| format!(" --section {slug}"));
    Stop::unusable(format!(
        "the list has {:.1} MB, and readers and validators refuse one of more than {} MB; nothing was written. `copydesk export{more} --to FOLDER` writes it in {} files, and `copydesk import` takes them all at once",
        bytes as f64 / 1e6,
        write::MOST_OPML / 1_000_000,
        parts.len()
    ))
}

/// Writes the parts, and takes those away that an earlier, longer list left there.
fn put(folder: &Path, parts: &[Vec<u8>], common: &Common) -> Result<(), Stop> {
    let cannot = |path: &Path, error: io::Error| {
        Stop::unusable(format!("cannot write {}: {error}; name a folder that may be written", path.display()))
    };
    fs::create_dir_all(folder).map_err(|error| cannot(folder, error))?;
    let name = |nth: usize| folder.join(format!("sources-{nth}.opml"));
    let paths = match parts.len() {
        1 => vec![folder.join("sources.opml")],
        count => (1..=count).map(name).collect(),
    };
    for (path, bytes) in paths.iter().zip(parts) {
        fs::write(path, bytes).map_err(|error| cannot(path, error))?;
        if !common.quiet {
            writeln!(io::stderr(), "copydesk: wrote {}", path.display())?;
        }
    }
    // An import of all files there would bring back what is gone.
    let first = if parts.len() == 1 { 1 } else { parts.len() + 1 };
    let longer = (first..).map(name).take_while(|path| path.is_file());
    let whole = Some(folder.join("sources.opml")).filter(|path| parts.len() > 1 && path.is_file());
    for path in longer.chain(whole) {
        fs::remove_file(&path).map_err(|error| cannot(&path, error))?;
    }
    Ok(())
}

/// By key of a source, whose feed its newest entry is from, and the page which that names.
type Homes = BTreeMap<String, (String, String)>;

/// The desk with the sources of the lists that it follows, and the pages that feeds named; a desk that never
/// ran follows none yet and knows no page.
fn with_what_is_known(mut desk: Desk) -> Result<(Desk, Homes), Stop> {
    if !desk.database.exists() {
        return Ok((desk, Homes::new()));
    }
    let store = Store::open(&desk.database).map_err(Stop::unusable)?;
    if !desk.lists.is_empty() {
        pipeline::join_lists(&mut desk, &store).map_err(Stop::failed)?;
    }
    let homes = store.homes().map_err(Stop::failed)?;
    Ok((desk, homes))
}

/// A folder for each section; a source of several lies in the first and names all in its category.
fn outlines(desk: &Desk, sources: &[&Source], homes: &Homes) -> Vec<Outline> {
    let folder = |section: &crate::model::Section| {
        let first = |source: &&&Source| source.sections.first() == Some(&section.slug);
        Outline {
            text: section.title.clone(),
            children: sources.iter().filter(first).map(|source| outline(desk, source, homes)).collect(),
            ..Outline::default()
        }
    };
    let loose = sources.iter().filter(|source| source.sections.is_empty());
    let folders = desk.sections.iter().map(folder).filter(|folder| !folder.children.is_empty());
    folders.chain(loose.map(|source| outline(desk, source, homes))).collect()
}

fn outline(desk: &Desk, source: &Source, homes: &Homes) -> Outline {
    let title = |slug: &String| desk.sections.iter().find(|section| section.slug == *slug);
    // Titles, as the folders have them: who imports the list gets the same sections either way.
    let more = source.sections.iter().skip(1).filter_map(title).map(|section| &section.title);
    let feed = source.public_address();
    // A page that nobody named is not invented.
    let told = || {
        let (_, home) = homes.get(&*source.key).filter(|(of, home)| *of == source.name && is_web(home))?;
        Some(home.clone())
    };
    Outline {
        text: source.name.clone(),
        page: if source.home_is_given { Some(source.home.clone()) } else { told() },
        feed,
        language: source.language.clone(),
        categories: more
            .filter(|title| !title.contains([',', '/']))
            .map(|title| format!("/{title}"))
            .collect(),
        ..Outline::default()
    }
}
