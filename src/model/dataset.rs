use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, Mutex, OnceLock, PoisonError};

use super::areas::Areas;
use super::moved::{Moved, MovedRoles};
#[cfg(not(own_dataset))]
use super::official::TablesApart;
use super::official::{self, Official, OfficialTables};
#[cfg(not(own_dataset))]
use super::packed::unpack;
use super::summary::{Family, Summaries, Summary};
use super::{Currency, DataError, Details, OwnRoles, Role, RoleId, Source, SourceId, read};

/// A table that `build.rs` has packed, as the file it was. It is unpacked once, for as long as the page lives.
#[cfg(not(own_dataset))]
macro_rules! packed {
    ($name:literal) => {
        String::leak(unpack(include_str!(concat!(
            env!("OUT_DIR"),
            "/",
            $name,
            ".json"
        ))))
    };
}

/// The roles that can be compared, and the sources of their figures.
///
/// Roles written out in full are read at once. Official occupations stay text until one of them is
/// asked for, so that opening the page does not take longer when there are more of them.
///
/// A copy shares the tables and what was read of them; it is how a visitor's own roles come in: [`Dataset::with_own`]
/// gives another dataset and leaves this one as it is.
#[derive(Clone, Debug)]
pub struct Dataset {
    sources: BTreeMap<SourceId, Source>,
    written: Vec<Arc<Role>>,
    default_tray: Vec<RoleId>,
    currency: Currency,
    official: Option<Arc<Official>>,
    moved: Option<Arc<MovedRoles>>,
    /// The occupations read so far.
    read: Arc<Mutex<BTreeMap<RoleId, Arc<Role>>>>,
    /// All roles as rows of a list, once somebody has asked for that.
    summaries: OnceLock<Arc<Summaries>>,
    /// All areas, once they are here.
    areas: Arc<OnceLock<LazyLock<Result<Areas, DataError>>>>,
}

impl Dataset {
    /// The dataset compiled into the bundle, opened once.
    pub fn bundled() -> Result<&'static Dataset, &'static DataError> {
        static BUNDLED: OnceLock<Result<Dataset, DataError>> = OnceLock::new();
        let open = || {
            let dataset = Self::compiled_in()?;
            dataset.currency.settle();
            Ok(dataset)
        };
        BUNDLED.get_or_init(open).as_ref()
    }

    /// The dataset of whoever built the page: `build.rs` names its file (`docs/OWN-DATASET.md`).
    #[cfg(own_dataset)]
    fn compiled_in() -> Result<Self, DataError> {
        Self::parse(include_str!(env!("CROSSROADS_ROLES_FILE")))
    }

    /// The occupations of the United States, and the two roles written out beside them.
    #[cfg(not(own_dataset))]
    fn compiled_in() -> Result<Self, DataError> {
        let seeds = include_str!("../../data/seed-roles.json");
        let dataset = Self::parse(seeds)?.with_official(OfficialTables {
            sources: include_str!("../../data/official-sources.json"),
            occupations: packed!("occupations"),
            census: None,
            satisfaction: packed!("satisfaction"),
            groups: packed!("groups"),
            names: include_str!("../../data/official/names.json"),
            places: None,
        })?;
        let dataset = dataset.with_moved(packed!("moved-roles"))?;
        // Where the program is not taken apart, there is nothing to wait for.
        if cfg!(not(feature = "split")) {
            dataset.complete()?;
            dataset.add_areas();
        }
        Ok(dataset)
    }

    /// Adds the figures of which the first view shows nothing; says whether they were not here before. They lie in the
    /// chunk that calls this.
    #[cfg(not(own_dataset))]
    pub fn complete(&self) -> Result<bool, DataError> {
        let official = self.official.as_ref().filter(|all| !all.is_complete());
        let Some(official) = official else {
            return Ok(false);
        };
        official.complete(&TablesApart {
            occupations: packed!("occupations-apart"),
            census: packed!("census"),
            places: include_str!("../../data/official/places.json"),
        })?;
        let read = self.read.lock();
        read.unwrap_or_else(PoisonError::into_inner).clear();
        Ok(true)
    }

    /// Adds the nation, the states and the areas in them, which are read when one is asked for. They lie in the chunk
    /// that calls this.
    #[cfg(not(own_dataset))]
    pub fn add_areas(&self) {
        self.areas
            .get_or_init(|| LazyLock::new(|| Areas::read(packed!("areas"), packed!("states"))));
    }

    /// A dataset of whoever built the page has none.
    #[cfg(own_dataset)]
    pub fn add_areas(&self) {}

    /// Nothing of a dataset of whoever built the page is set apart.
    #[cfg(own_dataset)]
    pub fn complete(&self) -> Result<bool, DataError> {
        Ok(false)
    }

    /// The release of the figures, as links carry it: it changes whenever an import changes a figure, and not with the
    /// words.
    pub fn release(&self) -> &'static str {
        const VERSION: &str = match option_env!("CROSSROADS_ROLES_RELEASE") {
            Some(release) => release,
            None => include_str!("../../data/official/version.txt"),
        };
        VERSION.get(..8).unwrap_or(VERSION)
    }

    /// Reads a file of roles written out in full; its layout is described in `data/README.md`.
    ///
    /// The first thing that is not as it should be is the error: role, field, expected, found.
    pub fn parse(json: &str) -> Result<Dataset, DataError> {
        let file = read::roles_file(json)?;
        Ok(Self {
            sources: file.sources,
            written: file.roles,
            default_tray: file.default,
            currency: file.currency,
            official: None,
            moved: None,
            read: Arc::default(),
            summaries: OnceLock::new(),
            areas: Arc::default(),
        })
    }

    /// The same dataset with the roles of a visitor's own file, which stand before all others.
    pub fn with_own(&self, own: &OwnRoles) -> Self {
        let mut dataset = self.clone();
        dataset.summaries = OnceLock::new();
        let source = own.source.clone();
        dataset.sources.insert(source.id.clone(), source);
        dataset.written.splice(0..0, own.roles.iter().cloned());
        dataset
    }

    /// The money that all pay is in.
    pub fn currency(&self) -> &Currency {
        &self.currency
    }

    /// Whether the official occupations are among the roles, with all that lies beside the page for them.
    pub fn has_official(&self) -> bool {
        self.official.is_some()
    }

    /// The same dataset with official occupations. Their sources are read now, the occupations when
    /// they are asked for.
    pub fn with_official(mut self, tables: OfficialTables) -> Result<Self, DataError> {
        self.sources.extend(read::sources_file(tables.sources)?);
        self.official = Some(Arc::new(Official::new(&tables)?));
        Ok(self)
    }

    /// The same dataset with the roles that are found under another id (`data/moved-roles.json`).
    pub fn with_moved(mut self, json: &'static str) -> Result<Self, DataError> {
        self.moved = Some(Arc::new(MovedRoles::new(json)?));
        Ok(self)
    }

    /// Where a role is that has no figures under this id.
    pub fn moved(&self, id: &RoleId) -> Option<Moved> {
        self.moved.as_ref()?.find(id)
    }

    /// Whether there is a role with this id.
    pub fn has(&self, id: &RoleId) -> bool {
        let official = self.official.as_ref();
        self.written.iter().any(|role| role.id == *id) || official.is_some_and(|all| all.has(id))
    }

    /// Whether there is a shard with more about this role.
    pub fn has_details(&self, id: &RoleId) -> bool {
        self.official.as_ref().is_some_and(|all| all.has(id))
    }

    /// Who wrote the sentences about a role: those it carries, or those of its shard.
    pub fn writer(&self, role: &Role) -> Option<SourceId> {
        match &role.words {
            Some(words) => Some(words.source.clone()),
            None if self.has_details(&role.id) => Some(SourceId(Details::WORDS_SOURCE.to_owned())),
            None => None,
        }
    }

    /// The title of a role, without reading its figures.
    pub fn title(&self, id: &RoleId) -> Option<String> {
        match self.written.iter().find(|role| role.id == *id) {
            Some(role) => Some(role.title.clone()),
            None => self.official.as_ref()?.title(id),
        }
    }

    /// How the figures of a role are called beside its title, without reading them.
    pub fn provenance(&self, id: &RoleId) -> Option<&str> {
        let source = match self.written.iter().find(|role| role.id == *id) {
            Some(role) => self.source(&role.source),
            None if self.has(id) => self.source(&official::main_source()),
            None => None,
        };
        source.map(|source| source.short.as_str())
    }

    /// The role with this id, if there is one. An error says what of its figures cannot be read.
    pub fn role(&self, id: &RoleId) -> Result<Option<Arc<Role>>, DataError> {
        if let Some(role) = self.written.iter().find(|role| role.id == *id) {
            return Ok(Some(Arc::clone(role)));
        }
        let Some(official) = &self.official else {
            return Ok(None);
        };
        // What is kept there is whole even if another thread broke off while it held the lock.
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(role) = read.get(id) {
            return Ok(Some(Arc::clone(role)));
        }
        let role = official.role(id)?.map(Arc::new);
        if let Some(role) = &role {
            read.insert(id.clone(), Arc::clone(role));
        }
        Ok(role)
    }

    /// All roles as rows of a list, read when they are first asked for.
    pub fn summaries(&self) -> &Summaries {
        self.summaries.get_or_init(|| {
            let mut summaries = Summaries::default();
            let written = self.written.iter().map(|role| Summary::of_role(role));
            summaries.roles.extend(written);
            for summary in self.official.iter().flat_map(|all| all.summaries()) {
                match summary {
                    Ok(summary) => summaries.roles.push(summary),
                    Err(error) => summaries.unreadable.push(error),
                }
            }
            Arc::new(summaries)
        })
    }

    /// The nation, the states and the areas in them; none until they are added ([`Dataset::add_areas`]), nor where their table
    /// can't be read ([`Dataset::areas_error`]).
    pub fn areas(&self) -> &Areas {
        match self.areas.get().map(|areas| &**areas) {
            Some(Ok(areas)) => areas,
            Some(Err(_)) | None => Areas::none(),
        }
    }

    /// Says why the table of areas can't be read. Reads it, once it is here.
    pub fn areas_error(&self) -> Option<&DataError> {
        self.areas.get()?.as_ref().err()
    }

    /// The families of the official occupations, in the order of their codes. One whose row cannot
    /// be read is not among them; the roles in it say so when they are read.
    pub fn families(&self) -> Vec<Family> {
        let families = self.official.iter().flat_map(|all| all.families());
        families.filter_map(Result::ok).collect()
    }

    /// The levels of education that people usually need to start, from the least to the most.
    pub fn entry_education(&self) -> &[String] {
        let official = self.official.as_ref();
        official.map_or(&[], |all| all.entry_education())
    }

    /// The ids of all roles: those written out first, then the official ones by code.
    pub fn ids(&self) -> impl Iterator<Item = RoleId> + '_ {
        let written = self.written.iter().map(|role| role.id.clone());
        written.chain(self.official_ids())
    }

    /// The ids of the official roles alone, by code.
    pub fn official_ids(&self) -> impl Iterator<Item = RoleId> + '_ {
        self.official.iter().flat_map(|all| all.ids())
    }

    /// The source with this id.
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.get(id)
    }

    /// All sources, by id.
    pub fn sources(&self) -> impl Iterator<Item = &Source> {
        self.sources.values()
    }

    /// The roles of the comparison a first visit opens on.
    pub fn default_tray(&self) -> &[RoleId] {
        &self.default_tray
    }
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;

    #[test]
    fn an_unreadable_table_of_areas_is_an_error() {
        let seeds = include_str!("../../data/seed-roles.json");
        let dataset = Dataset::parse(seeds).expect("the seed roles can be read");
        assert_eq!(dataset.areas_error(), None);
        let broken = dataset.areas.set(LazyLock::new(|| Areas::read("", "")));
        assert!(broken.is_ok(), "no areas were added before");
        assert!(dataset.areas_error().is_some());
        assert_eq!(dataset.areas().all().count(), 0);
    }
}
