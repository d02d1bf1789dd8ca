/** Runs one seed from its first step to the five invariants. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Coverage } from './coverage.ts';
import type { Mutation } from './mutations.ts';
import { demandAll } from './oracle.ts';
import type { Plan } from './plan.ts';
import { takeStep } from './steps.ts';
import { makeSalesforceTemplate } from './salesforce/template.ts';
import { makeTemplate, type Template } from './template.ts';
import { Violation, type InvariantId } from './violation.ts';
import { World } from './world.ts';

export interface SeedFailure {
  readonly invariant: InvariantId;
  readonly words: string;
}

export interface SeedResult {
  readonly coverage: Coverage;
  readonly failure: SeedFailure | null;
  /** Everything that happened, in order. */
  readonly trace: readonly string[];
}

const NAMES: Readonly<Partial<Record<Plan['crm'], string>>> = {
  salesforce: 'Salesforce, NPSP',
  'nonprofit-cloud': 'Salesforce, Nonprofit Cloud',
};

/** Runs seeds one after the other, in a folder of its own. */
export class Runner {
  readonly #folder: string;
  readonly #templates = new Map<string, Promise<Template>>();
  #runs = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async run(plan: Plan, mutation: Mutation | null = null): Promise<SeedResult> {
    const coverage = new Coverage();
    const template = await this.#template(plan);
    this.#runs += 1;
    const folder = join(this.#folder, `run-${this.#runs}`);
    const world = await World.open({ plan, folder, template, coverage, mutation });
    coverage.count('seed', `${plan.workstations} workstations`);
    coverage.count('seed', NAMES[plan.crm] ?? `CiviCRM ${plan.version}`);
    try {
      for (const step of plan.steps) {
        coverage.count('step', step.kind);
        await takeStep(world, step);
      }
      await demandAll(world);
      return { coverage, failure: null, trace: world.trace };
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      if (error instanceof Violation)
        return { coverage, failure: { invariant: error.invariant, words }, trace: world.trace };
      const bug = error instanceof Error ? (error.stack ?? words) : words;
      return { coverage, failure: { invariant: 'no-bug', words: bug }, trace: world.trace };
    } finally {
      await world.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }

  async #template({ crm, version, start }: Plan): Promise<Template> {
    const name = `${crm === 'civicrm' ? version : crm}-${start}`;
    const folder = join(this.#folder, name);
    const make = (): Promise<Template> =>
      crm === 'civicrm' ? makeTemplate(folder, version, start) : makeSalesforceTemplate(folder, start, crm);
    const known = this.#templates.get(name) ?? make();
    this.#templates.set(name, known);
    return known;
  }
}
