import type { Contract } from '../../core/contract'
import { pointsPreset } from '../../core/domain/presets/points'
import { recommended } from '../../core/domain/presets/recommended'
import { storedValuePreset } from '../../core/domain/presets/stored-value'
import { accept } from '../../core/domain/result'
import { termsOf } from '../../core/store/programs'
import type { Handler } from '../serve'

export const presets: Handler<Contract['manager']['presets']> = async (_input, env) => {
  const staff = await env.staff('manager.presets')
  if (!staff.ok) return staff
  return accept({
    presets: [
      { name: 'recommended' as const, terms: termsOf(recommended) },
      { name: 'points' as const, terms: termsOf(pointsPreset) },
      { name: 'stored-value' as const, terms: termsOf(storedValuePreset) },
    ],
  })
}
