//! The program in two parts: what the first picture needs, and the rest, which follows it.
//!
//! Which function belongs where is decided in `later`; here the two are written. The first part has
//! memory, table and data. The second takes these over, and fills the places of the table that
//! belong to its functions. What the first part calls of the second is a stub: it asks for the
//! second part if that is not there yet, and then calls through the table.

use std::collections::{BTreeSet, HashMap};

use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{
    BlockType, CodeSection, ConstExpr, ElementSection, Elements, EntityType, ExportKind,
    ExportSection, Function, FunctionSection, GlobalSection, GlobalType, ImportSection,
    Instruction, MemorySection, RawSection, SectionId, StartSection, TableSection, ValType,
};
use wasmparser::{ExternalKind, TypeRef};

use crate::failure::{Failure, Outcome, While};
use crate::module::Module;

/// How the second part calls the first when it imports from it.
const FIRST: &str = "first";
/// The flag that the second part is there, as the first part exports it.
pub const ARRIVED: &str = "arrived";
const WRITING: &str = "writing the program in two parts";

#[derive(Debug)]
pub struct Parts {
    pub first: Vec<u8>,
    pub later: Vec<u8>,
    /// Where in the table the functions of the second part stand that the first one calls.
    pub places: HashMap<u32, u32>,
}

/// `later` are the functions of the second part. `summon` is the import that brings it. `order` is
/// in which sequence functions are written, `rename` what an import is called from now on.
#[derive(Debug)]
pub struct Plan<'a> {
    pub later: &'a BTreeSet<u32>,
    pub summon: u32,
    pub order: &'a [u32],
    pub rename: &'a HashMap<String, String>,
}

pub fn split(module: &Module<'_>, plan: &Plan<'_>) -> Outcome<Parts> {
    let slots = Slots::of(module, plan.later)?;
    let (first, later) = (First::write(module, plan, &slots)?, write_later(module, plan, &slots)?);
    Ok(Parts { first, later, places: slots.of })
}

/// Where in the table the functions of the second part stand.
#[derive(Debug)]
struct Slots {
    of: HashMap<u32, u32>,
    /// Those that the table did not have; they stand behind its end in this order.
    added: Vec<u32>,
    old_end: u32,
}

impl Slots {
    fn of(module: &Module<'_>, later: &BTreeSet<u32>) -> Outcome<Slots> {
        let table =
            module.tables.first().ok_or_else(|| Failure::new("the program has no table"))?;
        let mut slots =
            Slots { of: HashMap::new(), added: Vec::new(), old_end: table.initial as u32 };
        for segment in &module.segments {
            for (at, function) in (segment.offset..).zip(&segment.functions) {
                if later.contains(function) {
                    slots.of.entry(*function).or_insert(at);
                }
            }
        }
        for function in module.imported_functions()..module.functions() {
            if later.contains(&function) {
                continue;
            }
            for callee in module.callees(function)? {
                if later.contains(&callee) && !slots.of.contains_key(&callee) {
                    slots.of.insert(callee, slots.old_end + slots.added.len() as u32);
                    slots.added.push(callee);
                }
            }
        }
        Ok(slots)
    }

    /// Every function with a place, by that place.
    fn sorted(&self) -> Vec<(u32, u32)> {
        let mut sorted: Vec<(u32, u32)> =
            self.of.iter().map(|(function, slot)| (*slot, *function)).collect();
        sorted.sort_unstable();
        sorted
    }

    fn end(&self) -> u32 {
        self.old_end + self.added.len() as u32
    }
}

/// Gives functions other numbers.
struct Renumber(HashMap<u32, u32>);

impl Reencode for Renumber {
    type Error = Failure;

    fn function_index(&mut self, function: u32) -> Result<u32, reencode::Error<Failure>> {
        let new = self.0.get(&function).copied();
        new.ok_or_else(|| {
            reencode::Error::UserError(Failure::new(format!("function {function} is in no part")))
        })
    }
}

struct First;

impl First {
    fn write(module: &Module<'_>, plan: &Plan<'_>, slots: &Slots) -> Outcome<Vec<u8>> {
        let own: Vec<u32> =
            plan.order.iter().copied().filter(|it| !plan.later.contains(it)).collect();
        let stubs = slots.sorted();
        let mut numbers: HashMap<u32, u32> =
            (0..module.imported_functions()).map(|it| (it, it)).collect();
        let written = own.iter().chain(stubs.iter().map(|(_, function)| function));
        numbers.extend(written.copied().zip(module.imported_functions()..));
        let mut renumber = Renumber(numbers);

        let mut wasm = wasm_encoder::Module::new();
        wasm.section(&RawSection { id: SectionId::Type as u8, data: module.types_raw });
        wasm.section(&imports(module, plan));
        let mut functions = FunctionSection::new();
        let mut code = CodeSection::new();
        for function in &own {
            functions.function(module.function_type(*function)?.0);
            body(module, &mut renumber, &mut code, *function)?;
        }
        for (slot, function) in &stubs {
            functions.function(module.function_type(*function)?.0);
            code.function(&Self::stub(module, plan, *slot, *function)?);
        }
        wasm.section(&functions);
        wasm.section(&Self::tables(module, slots)?);
        let mut memories = MemorySection::new();
        for memory in &module.memories {
            memories.memory(renumber.memory_type(*memory).during(WRITING)?);
        }
        wasm.section(&memories);
        wasm.section(&Self::globals(module, &mut renumber)?);
        wasm.section(&Self::exports(module, plan, &mut renumber)?);
        if let Some(start) = module.start {
            wasm.section(&StartSection {
                function_index: renumber.function_index(start).during(WRITING)?,
            });
        }
        wasm.section(&Self::elements(module, slots, &mut renumber)?);
        if let Some(count) = module.data_count {
            wasm.section(&wasm_encoder::DataCountSection { count });
        }
        wasm.section(&code);
        if !module.data_raw.is_empty() {
            wasm.section(&RawSection { id: SectionId::Data as u8, data: module.data_raw });
        }
        Ok(wasm.finish())
    }

    /// Asks for the second part unless it is there, then calls what it has put into the table.
    fn stub(module: &Module<'_>, plan: &Plan<'_>, slot: u32, function: u32) -> Outcome<Function> {
        let (type_index, ty) = module.function_type(function)?;
        let mut stub = Function::new([]);
        let arrived = module.globals.len() as u32;
        stub.instruction(&Instruction::GlobalGet(arrived)).instruction(&Instruction::I32Eqz);
        stub.instruction(&Instruction::If(BlockType::Empty))
            .instruction(&Instruction::I32Const(slot as i32));
        stub.instruction(&Instruction::Call(plan.summon));
        stub.instruction(&Instruction::End);
        for parameter in 0..ty.params().len() as u32 {
            stub.instruction(&Instruction::LocalGet(parameter));
        }
        stub.instruction(&Instruction::I32Const(slot as i32));
        stub.instruction(&Instruction::CallIndirect { type_index, table_index: 0 });
        stub.instruction(&Instruction::End);
        Ok(stub)
    }

    fn tables(module: &Module<'_>, slots: &Slots) -> Outcome<TableSection> {
        let mut tables = TableSection::new();
        for (i, table) in module.tables.iter().enumerate() {
            tables.table(table_type(*table, if i == 0 { slots.added.len() as u64 } else { 0 })?);
        }
        Ok(tables)
    }

    fn globals(module: &Module<'_>, renumber: &mut Renumber) -> Outcome<GlobalSection> {
        let mut globals = GlobalSection::new();
        for global in &module.globals {
            reencode::utils::parse_global(renumber, &mut globals, global.clone())
                .during(WRITING)?;
        }
        let flag = GlobalType { val_type: ValType::I32, mutable: true, shared: false };
        globals.global(flag, &ConstExpr::i32_const(0));
        Ok(globals)
    }

    fn exports(
        module: &Module<'_>,
        plan: &Plan<'_>,
        renumber: &mut Renumber,
    ) -> Outcome<ExportSection> {
        let mut exports = ExportSection::new();
        for export in &module.exports {
            let (kind, index) = match export.kind {
                ExternalKind::Func => {
                    (ExportKind::Func, renumber.function_index(export.index).during(WRITING)?)
                }
                ExternalKind::Table => (ExportKind::Table, export.index),
                ExternalKind::Memory => (ExportKind::Memory, export.index),
                ExternalKind::Global => (ExportKind::Global, export.index),
                _ => {
                    return Err(Failure::new(format!(
                        "the program exports {} of a strange kind",
                        export.name
                    )));
                }
            };
            let name = plan.rename.get(export.name).map_or(export.name, String::as_str);
            exports.export(name, kind, index);
        }
        exports.export(ARRIVED, ExportKind::Global, module.globals.len() as u32);
        for (name, kind, index) in shared(module, plan)? {
            let index = match kind {
                ExportKind::Func => renumber.function_index(index).during(WRITING)?,
                _ => index,
            };
            exports.export(&name, kind, index);
        }
        Ok(exports)
    }

    fn elements(
        module: &Module<'_>,
        slots: &Slots,
        renumber: &mut Renumber,
    ) -> Outcome<ElementSection> {
        let mut elements = ElementSection::new();
        let added = (slots.old_end, &slots.added);
        for (offset, functions) in
            module.segments.iter().map(|it| (it.offset, &it.functions)).chain([added])
        {
            let functions: Result<Vec<u32>, _> =
                functions.iter().map(|it| renumber.function_index(*it)).collect();
            let functions = Elements::Functions(functions.during(WRITING)?.into());
            elements.active(None, &ConstExpr::i32_const(offset as i32), functions);
        }
        Ok(elements)
    }
}

fn write_later(module: &Module<'_>, plan: &Plan<'_>, slots: &Slots) -> Outcome<Vec<u8>> {
    let own: Vec<u32> = plan.order.iter().copied().filter(|it| plan.later.contains(it)).collect();
    let mut imports = ImportSection::new();
    let mut numbers = HashMap::new();
    for (name, kind, index) in shared(module, plan)? {
        let ty = match kind {
            ExportKind::Func => {
                numbers.insert(index, numbers.len() as u32);
                EntityType::Function(module.function_type(index)?.0)
            }
            ExportKind::Table => {
                let more = if index == 0 { u64::from(slots.end() - slots.old_end) } else { 0 };
                EntityType::Table(table_type(module.tables[index as usize], more)?)
            }
            ExportKind::Memory => EntityType::Memory(
                Renumber(HashMap::new())
                    .memory_type(module.memories[index as usize])
                    .during(WRITING)?,
            ),
            _ => EntityType::Global(
                Renumber(HashMap::new())
                    .global_type(module.globals[index as usize].ty)
                    .during(WRITING)?,
            ),
        };
        imports.import(FIRST, &name, ty);
    }
    let n_imported = numbers.len() as u32;
    numbers.extend(own.iter().copied().zip(n_imported..));
    let mut renumber = Renumber(numbers);

    let mut functions = FunctionSection::new();
    let mut code = CodeSection::new();
    for function in own {
        functions.function(module.function_type(function)?.0);
        body(module, &mut renumber, &mut code, function)?;
    }
    let mut wasm = wasm_encoder::Module::new();
    wasm.section(&RawSection { id: SectionId::Type as u8, data: module.types_raw });
    wasm.section(&imports).section(&functions);
    wasm.section(&later_elements(module, plan, slots, &mut renumber)?);
    wasm.section(&code);
    Ok(wasm.finish())
}

/// The functions of the second part at all their places, neighbors in one segment.
fn later_elements(
    module: &Module<'_>,
    plan: &Plan<'_>,
    slots: &Slots,
    renumber: &mut Renumber,
) -> Outcome<ElementSection> {
    let all = module.segments.iter().flat_map(|it| (it.offset..).zip(it.functions.iter().copied()));
    let added = (slots.old_end..).zip(slots.added.iter().copied());
    let mut places: Vec<(u32, u32)> =
        all.filter(|(_, it)| plan.later.contains(it)).chain(added).collect();
    places.sort_unstable();
    let mut elements = ElementSection::new();
    for run in places.chunk_by(|(one, _), (next, _)| one + 1 == *next) {
        let functions: Result<Vec<u32>, _> =
            run.iter().map(|(_, it)| renumber.function_index(*it)).collect();
        let functions = Elements::Functions(functions.during(WRITING)?.into());
        elements.active(None, &ConstExpr::i32_const(run[0].0 as i32), functions);
    }
    Ok(elements)
}

/// What the second part takes from the first: name, kind, and index in the whole program. Functions
/// are those that it calls.
fn shared(module: &Module<'_>, plan: &Plan<'_>) -> Outcome<Vec<(String, ExportKind, u32)>> {
    let mut called = BTreeSet::new();
    for function in plan.later {
        called.extend(module.callees(*function)?);
    }
    let functions = called.difference(plan.later).map(|it| (ExportKind::Func, *it));
    let tables = (0..module.tables.len() as u32).map(|it| (ExportKind::Table, it));
    let memories = (0..module.memories.len() as u32).map(|it| (ExportKind::Memory, it));
    let globals = (0..module.globals.len() as u32).map(|it| (ExportKind::Global, it));
    let all = functions.chain(tables).chain(memories).chain(globals);
    // A dot keeps it from being a name of the program's own.
    Ok((0..)
        .zip(all)
        .map(|(i, (kind, index))| (format!(".{}", short_name(i)), kind, index))
        .collect())
}

/// A name of few letters, for the `i`th of many.
pub fn short_name(i: usize) -> String {
    const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut name = String::new();
    let mut rest = i;
    loop {
        name.push(char::from(LETTERS[rest % LETTERS.len()]));
        rest /= LETTERS.len();
        if rest == 0 {
            return name;
        }
        rest -= 1;
    }
}

fn imports(module: &Module<'_>, plan: &Plan<'_>) -> ImportSection {
    let mut imports = ImportSection::new();
    for import in &module.imports {
        let name = plan.rename.get(import.name).map_or(import.name, String::as_str);
        if let TypeRef::Func(ty) = import.ty {
            imports.import(import.module, name, EntityType::Function(ty));
        }
    }
    imports
}

fn body(
    module: &Module<'_>,
    renumber: &mut Renumber,
    code: &mut CodeSection,
    function: u32,
) -> Outcome {
    let body = module
        .body(function)
        .ok_or_else(|| Failure::new(format!("function {function} has no body")))?;
    renumber.parse_function_body(code, body.clone()).during(WRITING)
}

fn table_type(table: wasmparser::TableType, more: u64) -> Outcome<wasm_encoder::TableType> {
    let mut ty = Renumber(HashMap::new()).table_type(table).during(WRITING)?;
    ty.minimum += more;
    ty.maximum = ty.maximum.map(|maximum| maximum + more);
    Ok(ty)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::npm;
    use crate::process::{ask, command};

    /// `run(n)` is `double(n) + 2`, by a function at place 1 of the table that calls `double`.
    fn program() -> Vec<u8> {
        let mut wasm = wasm_encoder::Module::new();
        let mut types = wasm_encoder::TypeSection::new();
        types.ty().function([ValType::I32], []);
        types.ty().function([ValType::I32], [ValType::I32]);
        let mut imports = ImportSection::new();
        imports.import("x", "needLater", EntityType::Function(0));
        let mut functions = FunctionSection::new();
        functions.function(1).function(1).function(1);
        let mut tables = TableSection::new();
        let element_type = wasm_encoder::RefType::FUNCREF;
        let limits = (2, Some(2));
        tables.table(wasm_encoder::TableType {
            element_type,
            minimum: limits.0,
            maximum: limits.1,
            table64: false,
            shared: false,
        });
        let mut exports = ExportSection::new();
        exports.export("run", ExportKind::Func, 1).export("table", ExportKind::Table, 0);
        let mut elements = ElementSection::new();
        elements.active(None, &ConstExpr::i32_const(1), Elements::Functions([2].as_slice().into()));
        let mut code = CodeSection::new();
        for body in [
            [
                Instruction::LocalGet(0),
                Instruction::Call(2),
                Instruction::I32Const(2),
                Instruction::I32Add,
            ],
            [
                Instruction::LocalGet(0),
                Instruction::Call(3),
                Instruction::I32Const(0),
                Instruction::I32Or,
            ],
            [
                Instruction::LocalGet(0),
                Instruction::I32Const(2),
                Instruction::I32Mul,
                Instruction::Nop,
            ],
        ] {
            let mut function = Function::new([]);
            for instruction in &body {
                function.instruction(instruction);
            }
            function.instruction(&Instruction::End);
            code.function(&function);
        }
        wasm.section(&types).section(&imports).section(&functions).section(&tables);
        wasm.section(&exports).section(&elements).section(&code);
        wasm.finish()
    }

    const SCRIPT: &str = "
        const [first, later] = process.argv.slice(1).map((it) => new WebAssembly.Module(Buffer.from(it, 'hex')));
        const asked = [];
        const x = { needLater(place) {
            asked.push(place);
            new WebAssembly.Instance(later, { first: exports });
            exports.arrived.value = 1;
        } };
        const { exports } = new WebAssembly.Instance(first, { x });
        console.log(exports.run(20), exports.run(1), exports.table.get(1)(3), asked);";

    #[test]
    fn two_parts_do_what_the_whole_did() {
        let whole = program();
        let module = Module::parse(&whole).unwrap();
        let plan = Plan {
            later: &BTreeSet::from([2]),
            summon: 0,
            order: &[3, 2, 1],
            rename: &HashMap::new(),
        };
        let parts = split(&module, &plan).unwrap();
        assert_eq!(parts.places, HashMap::from([(2, 1)]));
        let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        let mut node = command(npm::node().unwrap());
        node.args(["-e", SCRIPT, "--", &hex(&parts.first), &hex(&parts.later)]);
        assert_eq!(ask(&mut node).unwrap(), "42 4 6 [ 1 ]");
    }

    #[test]
    fn short_names_are_all_different() {
        let names: BTreeSet<String> = (0..10_000).map(short_name).collect();
        assert_eq!(names.len(), 10_000);
        assert_eq!([short_name(0), short_name(51), short_name(52)], ["a", "Z", "aa"]);
    }
}
